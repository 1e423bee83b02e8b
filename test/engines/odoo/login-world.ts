import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { odoo } from '#engines/odoo/index.ts';
import { addPerson, type TestPerson } from '#test/harness/people.ts';
import { freePort } from './live.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import type { Odoo } from './contract.ts';

/** A real Odoo takes a minute to make its first database. */
const PATIENCE_MS = 240_000;
const POLL_MS = 50;

export interface Visit {
  /** The last address that was gone to. */
  readonly url: string;
  readonly cookie: string;
  readonly status: number;
}

/** Our API on a port, as Odoo and browsers reach it, with an Odoo that companies share. */
export class LoginWorld {
  readonly world: EngineWorld;
  readonly odoo: Odoo;
  readonly base: string;
  readonly instance: string;

  private constructor(world: EngineWorld, of: Odoo, base: string, instance: string) {
    this.world = world;
    this.odoo = of;
    this.base = base;
    this.instance = instance;
  }

  static async open(server: Odoo, version: string): Promise<LoginWorld> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const world = await EngineWorld.build([odoo], base);
    await world.api.api.server.listen({ host: '127.0.0.1', port });
    const { url, masterPassword } = server;
    const one = { engine: 'odoo', url, credentials: { masterPassword }, version };
    const instance = await world.shared(one);
    world.reconciler();
    return new LoginWorld(world, server, base, instance);
  }

  async company(): Promise<Company> {
    const company = await this.world.company();
    await this.world.want(company, 'odoo', this.instance);
    return company;
  }

  async eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
      await sleep(POLL_MS);
    }
  }

  /** A member who is in Odoo by now. */
  async person(company: Company, role = 'member', name = 'Pedro Rojas'): Promise<TestPerson> {
    const person = await addPerson(this.world.api, { name, in: [{ tenantId: company.id, role }] });
    await this.eventually('they are in Odoo', async () => {
      const [row] = await this.world.sql<{ status: string }>(
        'select status from core.engine_people where tenant_id = $1 and person_id = $2',
        [company.id, person.ugid],
      );
      return row?.status === 'done';
    });
    return person;
  }

  async userOf(company: Company, { ugid }: { ugid: string }): Promise<number> {
    const [row] = await this.world.sql<{ engine_id: string }>(
      'select engine_id from core.engine_people where tenant_id = $1 and person_id = $2',
      [company.id, ugid],
    );
    return Number(row!.engine_id);
  }

  launch(company: Company, token: string, body?: object) {
    return this.world.api.request('POST /engines/odoo/launch', {
      token,
      headers: { 'x-smarteros-tenant': company.slug },
      ...(body && { body }),
    });
  }

  async ticket(company: Company, { token }: TestPerson): Promise<string> {
    const { body } = await this.launch(company, token);
    return new URL(body.url).searchParams.get('access_token')!;
  }

  /** As Odoo shows us a ticket. */
  async show(company: { id: string }, ticket: string, engine = 'odoo'): Promise<Response> {
    return fetch(`${this.base}/login/engines/${engine}/${company.id}/userinfo`, {
      headers: { authorization: `Bearer ${ticket}` },
    });
  }

  /** As a browser goes, as far as it is led within Odoo; with nothing from before. */
  async go(start: string): Promise<Visit> {
    const jar = new Map<string, string>();
    let url = start;
    for (let hops = 0; hops < 8; hops += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
      await answer.body?.cancel();
      for (const one of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
        jar.set(name!, value!);
      }
      const to = answer.headers.get('location');
      const next = to === null ? undefined : new URL(to, url);
      const done = next === undefined || next.pathname !== '/auth_oauth/signin';
      if (done) {
        const all = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        return { url: next?.href ?? url, cookie: all, status: answer.status };
      }
      url = next.href;
    }
    throw new Error('led in circles');
  }

  /** Where the button on a database's login page leads to. */
  async button(database: string): Promise<URL> {
    const start = `${this.odoo.url}/web/login?db=${database}`;
    const first = await fetch(start, { redirect: 'manual' });
    const cookie = /session_id=[^;]+/.exec(first.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const page = await (first.status === 200 ? first : await fetch(start, { headers: { cookie } })).text();
    const all = [...page.matchAll(/href="([^"]*response_type=token[^"]*)"/g)];
    assert.equal(all.length, 1, 'one button, ours');
    return new URL(all[0]![1]!.replaceAll('&amp;', '&'));
  }

  /** Who a browser is in Odoo; undefined for nobody. */
  async whoIs({ cookie }: Visit): Promise<number | undefined> {
    const answer = await fetch(`${this.odoo.url}/web/session/get_session_info`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'call', params: {} }),
    });
    const text = await answer.text();
    // A page: Odoo doesn't even know a database for this browser.
    if (!text.startsWith('{')) return undefined;
    const { result } = JSON.parse(text) as { result?: { uid?: number } };
    return result?.uid;
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await this.odoo.stop();
  }
}
