import { randomUUID } from 'node:crypto';
import type { ApiCard, ApiCollection, ApiDashboard } from '#engines/metabase/shapes.ts';
import type { Asked, Said } from '#test/engines/stand-in.ts';
import { changeGraph, changeGroups, Groups } from './groups.ts';
import { NOT_FOUND, ok, text, type User } from './said.ts';
import { changeUsers } from './users.ts';

const AT = '2026-03-01T12:00:00.000Z';
const PAGE_MAX = 2_000;

export type Collection = { -readonly [K in keyof ApiCollection]: ApiCollection[K] } & { id: number };
/** What a card answers: rows, or a failure. `asked` is what it was asked with. */
export type Run = (parameters: readonly { slug?: string; id: string; value: unknown }[]) => object;

export interface MetabaseSeed {
  readonly collections: readonly Collection[];
  readonly dashboards: readonly ApiDashboard[];
  readonly cards: readonly ApiCard[];
  readonly runs: Readonly<Record<number, Run>>;
}

/** Metabase as its source says (metabase/metabase: collections_rest, permissions_rest, users_rest, dashboards_rest). */
export class MetabaseServer {
  readonly key: string;
  version = 'v0.56.6';
  collections: Collection[] = [];
  dashboards: ApiDashboard[] = [];
  cards: ApiCard[] = [];
  runs: Record<number, Run> = {};
  users: User[] = [];
  readonly groups = new Groups();
  readonly sessions = new Set<string>();
  logins = 0;
  admin = true;
  beforeDeactivation: () => void = () => {};
  mood: 'well' | 'starting' | 'html' | 'broken' | 'redirect' | 'throttled' = 'well';
  #ids = 100;

  constructor(key = 'mb_key_of_tests') {
    this.key = key;
  }

  reset(seed: MetabaseSeed): void {
    this.collections = seed.collections.map((one) => ({ ...one }));
    this.dashboards = [...seed.dashboards];
    this.cards = [...seed.cards];
    this.runs = { ...seed.runs };
  }

  nextId(): number {
    return (this.#ids += 1);
  }

  answer(asked: Asked): Said {
    const { path } = asked;
    switch (this.mood) {
      case 'starting':
        return { status: 503, body: { status: 'initializing', progress: 0.4 } };
      case 'html':
        return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Login</html>' };
      case 'redirect':
        return { status: 302, headers: { location: 'https://login.example.com/' } };
      case 'broken':
        return { status: 500, body: { message: 'NullPointer', stacktrace: ['metabase.api at /app/x.clj'] } };
      default:
    }
    if (path === '/api/health') return ok({ status: 'ok' });
    if (path === '/api/session') return this.#login(asked);
    if (path === '/api/session/properties')
      return ok({ version: { tag: this.version }, 'enable-embedding-static': true });
    const session = asked.headers['x-metabase-session'];
    const known = asked.headers['x-api-key'] === this.key || this.sessions.has(session as string);
    if (!known) return text(401, 'Unauthenticated');
    const [, api, noun, ...rest] = path.split('/').map(decodeURIComponent);
    if (api !== 'api')
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Metabase</html>' };
    if (!this.admin && ['permissions', 'collection'].includes(noun!))
      return text(403, "You don't have permissions to do that.");
    return this.#api(asked, noun!, rest);
  }

  #login({ body }: Asked): Said {
    if (this.mood === 'throttled')
      return {
        status: 400,
        body: { errors: { username: 'Too many attempts! You must wait 15 seconds before trying again.' } },
      };
    this.logins += 1;
    if (body?.password !== 'secret of tests')
      return { status: 401, body: { errors: { password: 'did not match stored password' } } };
    const id = randomUUID();
    this.sessions.add(id);
    return ok({ id });
  }

  #api(asked: Asked, noun: string, rest: string[]): Said {
    switch (noun) {
      case 'user':
        return changeUsers(this, asked, rest);
      case 'permissions':
        return changeGroups(this, asked, rest);
      case 'collection':
        return rest[0] === 'graph' ? changeGraph(this, asked) : this.#collection(asked, rest);
      case 'dashboard': {
        const found = this.dashboards.find(({ id }) => id === Number(rest[0]));
        return found ? ok(found) : NOT_FOUND;
      }
      case 'card':
        return this.#card(asked, rest);
      default:
        return text(404, 'API endpoint does not exist.');
    }
  }

  #card({ method, body }: Asked, [id, verb]: string[]): Said {
    const found = this.cards.find((one) => one.id === Number(id));
    if (!found) return NOT_FOUND;
    if (method === 'GET') return ok(found);
    if (verb !== 'query') return text(404, 'API endpoint does not exist.');
    // Failures as well come with 202.
    return ok(this.runs[found.id]!(body?.parameters ?? []), 202);
  }

  #collection(asked: Asked, [id, verb]: string[]): Said {
    const { method, body, query } = asked;
    if (id === undefined && method === 'POST') {
      if (typeof body?.name !== 'string' || body.name === '')
        return { status: 400, body: { errors: { name: 'value must be a non-blank string.' } } };
      const made: Collection = {
        id: this.nextId(),
        name: body.name as string,
        description: (body.description as string | undefined) ?? null,
        archived: false,
        location: this.#below(body.parent_id as number | null),
        personal_owner_id: null,
      };
      this.collections.push(made);
      this.groups.inherit(made.id, (body.parent_id as number | null) ?? 'root');
      return ok(made);
    }
    if (id === undefined) {
      const archived = query.get('archived') === 'true';
      const rows = this.collections.filter((one) => (one.archived ?? false) === archived);
      return ok([...(archived ? [] : [{ id: 'root', name: 'Our analytics' }]), ...rows]);
    }
    if (verb === 'items') return this.#items(asked, id);
    const found = this.collections.find((one) => one.id === Number(id));
    if (!found) return NOT_FOUND;
    if (method === 'PUT') this.#change(found, body as Partial<Collection> & { parent_id?: number | null });
    return ok(found);
  }

  #below(parent: number | null | undefined): string {
    const found = this.collections.find(({ id }) => id === parent);
    return found ? `${found.location ?? '/'}${found.id}/` : '/';
  }

  #change(found: Collection, body: Partial<Collection> & { parent_id?: number | null }): void {
    if (body.name !== undefined) found.name = body.name;
    if (body.description !== undefined) found.description = body.description;
    if (body.archived === true && !found.archived)
      Object.assign(found, { archived: true, location: '/9999/' });
    else if (body.archived === false && found.archived)
      Object.assign(found, { archived: false, location: this.#below(body.parent_id) });
    else if (body.parent_id !== undefined) found.location = this.#below(body.parent_id);
  }

  #items({ query }: Asked, id: string): Said {
    const parent = id === 'root' ? null : Number(id);
    const location = this.#below(parent);
    const rows =
      query.get('models') === 'collection'
        ? this.collections
            .filter((one) => one.location === location && !one.archived)
            .map((one) => ({ ...one, model: 'collection' }))
        : this.dashboards
            .filter((one) => (one.collection_id ?? null) === parent && !one.archived)
            .map(({ id: own, name, description }) => ({
              id: own,
              name,
              description,
              model: 'dashboard',
              'last-edit-info': { timestamp: AT },
            }));
    const limit = Math.min(Number(query.get('limit') ?? PAGE_MAX), PAGE_MAX);
    const offset = Number(query.get('offset') ?? 0);
    const data = rows.toSorted((a, b) => a.name.localeCompare(b.name)).slice(offset, offset + limit);
    return ok({ data, total: rows.length, limit, offset, models: [query.get('models')] });
  }
}
