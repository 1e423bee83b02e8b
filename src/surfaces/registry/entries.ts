import { SERVER_SCHEMA, type ServerEntry } from '#core/server-json.ts';
import { pathOf, type View } from '#surfaces/mcp/views.ts';

/** Where registries keep what they add to a description. */
const OFFICIAL = 'io.modelcontextprotocol.registry/official';
const ADDRESS = /^(?:[\d.]+|\[.*\])$/;

/** api.example.cl → cl.example.api; an address of numbers can't be turned around. */
export function namespaceOf(host: string): string {
  return ADDRESS.test(host) ? 'localhost' : host.toLowerCase().split('.').toReversed().join('.');
}

export interface OwnServers {
  readonly views: readonly View[];
  readonly version: string;
  readonly publicUrl: string;
  /** The installation's domain; without one its host speaks for it. */
  readonly domain: string | undefined;
  /** When the installation came to be. */
  readonly since: string;
}

/** Our own servers, as registries describe them. */
export function ownServers({ views, version, publicUrl, domain, since }: OwnServers): ServerEntry[] {
  const namespace = namespaceOf(domain ?? new URL(publicUrl).hostname);
  return views.map((view) => ({
    server: {
      $schema: SERVER_SCHEMA,
      name: `${namespace}/${view.name}`,
      title: view.title,
      description: view.description,
      version,
      websiteUrl: `${publicUrl}/docs`,
      remotes: [{ type: 'streamable-http', url: publicUrl + pathOf(view) }],
    },
    status: 'active',
    statusChangedAt: since,
    publishedAt: since,
    updatedAt: since,
  }));
}

/** [1, 2, 3, 'rc.1']; undefined for what isn't a semantic version. */
function parts(version: string): [number, number, number, string] | undefined {
  const found = /^(\d+)\.(\d+)\.(\d+)(?:-([^+]+))?(?:\+.*)?$/.exec(version);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3]), found[4] ?? ''] : undefined;
}

/** Newer first: by version where both are semantic ones, else by when they were listed. */
function newerFirst(a: ServerEntry, b: ServerEntry): number {
  const [x, y] = [parts(a.server.version), parts(b.server.version)];
  const listed = b.publishedAt < a.publishedAt ? -1 : Number(b.publishedAt > a.publishedAt);
  if (!x || !y) return listed;
  const numbers = y[0] - x[0] || y[1] - x[1] || y[2] - x[2];
  if (numbers !== 0 || x[3] === y[3]) return numbers || listed;
  if (x[3] === '' || y[3] === '') return x[3] === '' ? -1 : 1;
  return y[3].localeCompare(x[3], 'en', { numeric: true });
}

/** One version of a server as the registry's API answers it. */
export interface ServerResponse {
  readonly entry: ServerEntry;
  readonly isLatest: boolean;
  readonly json: object;
}

/** All versions, by name, newest first; the latest is the newest that wasn't deleted. */
export function toResponses(entries: readonly ServerEntry[]): ServerResponse[] {
  const byName = Map.groupBy(entries, ({ server }) => server.name);
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, versions]) => {
      const sorted = versions.toSorted(newerFirst);
      const latest = sorted.find(({ status }) => status !== 'deleted');
      return sorted.map((entry) => {
        const { server, status, statusChangedAt, publishedAt, updatedAt } = entry;
        const isLatest = entry === latest;
        const known = { status, statusChangedAt, publishedAt, updatedAt, isLatest };
        return { entry, isLatest, json: { server, _meta: { [OFFICIAL]: known } } };
      });
    });
}
