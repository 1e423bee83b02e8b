import { createHmac } from 'node:crypto';
import { metabase } from '#engines/metabase/index.ts';
import type { ApiDashboard } from '#engines/metabase/shapes.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import { MetabaseServer } from './server.ts';

const EMBEDDING_SECRET = 'ab'.repeat(32);
/** In which companies' collections are made, and in which the operator's stand. */
export const ROOT = 3;
export const FOR_ALL = 4;

const folder = (id: number, name: string, more: object = {}) => ({
  id,
  name,
  description: null,
  archived: false,
  location: '/',
  personal_owner_id: null,
  ...more,
});

/** API and reconcilers with a shared Metabase. */
export class MetabaseWorld {
  readonly world: EngineWorld;
  readonly server: MetabaseServer;
  readonly url: string;
  readonly instance: string;

  private constructor(world: EngineWorld, server: MetabaseServer, url: string, instance: string) {
    this.world = world;
    this.server = server;
    this.url = url;
    this.instance = instance;
  }

  static async build(settings: object = {}): Promise<MetabaseWorld> {
    const server = new MetabaseServer();
    server.collections.push(folder(ROOT, 'Empresas'), folder(FOR_ALL, 'Para todas'));
    for (const { id } of server.collections) server.groups.inherit(id, 'root');
    const url = await openStandIn((asked) => server.answer(asked));
    const world = await EngineWorld.build([metabase]);
    const instance = await world.shared({
      engine: 'metabase',
      url,
      credentials: { apiKey: server.key, embeddingSecret: EMBEDDING_SECRET },
      settings: { rootCollectionId: ROOT, sharedCollectionId: FOR_ALL, ...settings },
    });
    return new MetabaseWorld(world, server, url, instance);
  }

  async join(company: { id: string }): Promise<void> {
    await this.world.want(company, 'metabase', this.instance);
    await this.world.reached(company, 'metabase');
  }

  collectionsOf({ id }: { id: string }) {
    return this.server.collections.filter(({ description }) => description?.includes(`[${id}]`));
  }

  collectionOf(company: { id: string }): number {
    return this.collectionsOf(company)[0]!.id;
  }

  groupsOf({ id }: { id: string }) {
    return this.server.groups.all.filter(({ name }) => name.endsWith(`[${id}]`));
  }

  /** A collection below another. */
  below(parent: number, name: string): number {
    const above = this.server.collections.find(({ id }) => id === parent)!;
    const id = this.server.nextId();
    this.server.collections.push(folder(id, name, { location: `${above.location}${parent}/` }));
    this.server.groups.inherit(id, parent);
    return id;
  }

  card(collectionId: number | null, more: object = {}): number {
    const id = this.server.nextId();
    this.server.cards.push({
      id,
      name: `Tarjeta ${id}`,
      collection_id: collectionId,
      parameters: [],
      ...more,
    });
    this.server.runs[id] = (parameters) => ({
      status: 'completed',
      row_count: 3,
      data: {
        rows: [[1], [2], [JSON.stringify(parameters)]],
        cols: [{ name: 'n', display_name: 'N', base_type: 'type/Integer' }],
      },
    });
    return id;
  }

  /** Published, with the tenant parameter locked and wired to a card. */
  dashboard(collectionId: number | null, more: Partial<ApiDashboard> = {}): number {
    const id = this.server.nextId();
    const cardId = this.card(collectionId);
    this.server.dashboards.push({
      id,
      name: `Panel ${id}`,
      collection_id: collectionId,
      archived: false,
      enable_embedding: true,
      embedding_params: { tenant_id: 'locked' },
      parameters: [{ id: 'p1', slug: 'tenant_id', name: 'Empresa', type: 'string/=' }],
      dashcards: [
        {
          id: id + 10_000,
          card_id: cardId,
          card: { id: cardId, name: 'Ventas', collection_id: collectionId },
          parameter_mappings: [{ parameter_id: 'p1', card_id: cardId }],
        },
      ],
      ...more,
    });
    return id;
  }

  get(company: Company, path: string) {
    return this.world.call(company, `GET /metabase/${path}`);
  }
  result(company: Company, id: number, body: object = {}) {
    return this.world.call(company, `POST /metabase/cards/${id}/result`, body);
  }
  embed(company: Company, id: number | string, body: object = {}) {
    return this.world.call(company, `POST /metabase/dashboards/${id}/embed`, body);
  }
}

/** What a link carries, as Metabase would read it; undefined when it isn't signed with the secret. */
export function readLink(link: string): { resource: object; params: object; exp: number } | undefined {
  const [head, payload, signature] = /\/embed\/dashboard\/([^#]+)/.exec(link)![1]!.split('.');
  const right = createHmac('sha256', EMBEDDING_SECRET).update(`${head}.${payload}`).digest('base64url');
  if (signature !== right) return undefined;
  return JSON.parse(Buffer.from(payload!, 'base64url').toString()) as ReturnType<typeof readLink>;
}
