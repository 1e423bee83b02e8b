import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { toolCatalogue, ToolCatalogue } from '#core/registry.ts';
import { addressOperation } from './address.ts';
import { runProbes, type Probe } from './probes.ts';

const Check = z
  .object({
    ok: z.boolean(),
    latencyMs: z.number().describe('How long the check took.'),
    since: z.string().describe('Since when it is like this.'),
  })
  .meta({ id: 'HealthCheck' });

const Health = z
  .object({ status: z.enum(['healthy', 'degraded', 'unhealthy']), checks: z.record(z.string(), Check) })
  .catchall(z.enum(['configured', 'not_configured']));
type Health = z.infer<typeof Health>;

export interface CoreParts {
  readonly version: string;
  readonly publicUrl: string;
  readonly probes: readonly Probe[];
  /** Engines that are connected although no setting names them: the operator's shared ones. */
  readonly shared: {
    readonly find: () => Promise<readonly string[]>;
    /** In the example. */
    readonly example: readonly string[];
  };
  /** Whether nobody has ever logged in; missing where operations are only described. */
  readonly fresh?: () => Promise<boolean>;
  /** All operations, these included: asked when the catalogue is complete. */
  readonly catalogue: () => readonly Operation[];
  /** Milliseconds of a monotonic clock. */
  readonly monotonic: () => number;
}

const HTTP_UNAVAILABLE = 503;
const HTTP_OK = 200;

/** Called last by the app, since the registry speaks of everybody else. */
export function coreOperations({
  version,
  publicUrl,
  probes,
  shared,
  fresh = async () => false,
  catalogue,
  monotonic,
}: CoreParts): readonly Operation[] {
  const root = defineOperation({
    name: 'core.root',
    route: 'GET /',
    summary: 'Say what this is and where everything stands.',
    effect: 'read',
    access: 'public',
    input: z.strictObject({}),
    output: z.object({
      name: z.string(),
      version: z.string(),
      docs: z.string(),
      openapi: z.string(),
      mcp: z.string(),
      health: z.string(),
      registry: z.string(),
      fresh: z.boolean().describe('Nobody has ever logged in: the first visit is still to come.'),
    }),
    examples: [
      {
        title: 'The way in',
        as: 'anonymous',
        input: {},
        output: {
          name: 'SmarterOS',
          version,
          docs: '/docs',
          openapi: '/openapi.json',
          mcp: '/mcp',
          health: '/health',
          registry: '/registry.json',
          fresh: false,
        },
      },
    ],
    run: async () => ({
      name: 'SmarterOS',
      version,
      docs: '/docs',
      openapi: '/openapi.json',
      mcp: '/mcp',
      health: '/health',
      registry: '/registry.json',
      // Who asks what this is gets an answer without a database as well.
      fresh: await fresh().catch(() => false),
    }),
  });

  const engines = (connected: readonly string[]): Record<string, 'configured' | 'not_configured'> =>
    Object.fromEntries(
      probes
        .filter((probe) => !probe.vital)
        .map(({ name, configured }) => [
          name,
          configured || connected.includes(name) ? 'configured' : 'not_configured',
        ]),
    );
  const measured = probes.filter((probe) => probe.check);
  const since = new Map<string, { ok: boolean; at: string }>();
  const health = defineOperation({
    name: 'core.health',
    route: 'GET /health',
    summary: 'Tell whether SmarterOS and what it stands on are well.',
    description:
      'Each engine is `configured` or `not_configured`; what was measured stands under `checks`. Answers 503 when unhealthy.',
    words: 'everything up down offline outage running working · caído caída arriba funciona lento',
    effect: 'read',
    access: 'public',
    input: z.strictObject({}),
    output: Health,
    status: ({ status }) => (status === 'unhealthy' ? HTTP_UNAVAILABLE : HTTP_OK),
    examples: [
      {
        title: 'A fresh installation',
        as: 'anonymous',
        input: {},
        output: {
          status: 'healthy',
          ...engines(shared.example),
          checks: Object.fromEntries(
            measured.map(({ name }) => [name, { ok: true, latencyMs: 0, since: EXAMPLE.now }]),
          ),
        } as Health,
      },
    ],
    run: async (ctx) => {
      const [results, connected] = await Promise.all([
        runProbes(probes, ctx.signal, monotonic),
        // Without a database that is the least of it, and the probe of the database says so.
        shared.find().catch(() => []),
      ]);
      const checks = results.map(({ name, ok, latencyMs }) => {
        const before = since.get(name);
        const entry = before?.ok === ok ? before : { ok, at: ctx.clock.now().toISOString() };
        since.set(name, entry);
        return [name, { ok, latencyMs, since: entry.at }] as const;
      });
      const failed = results.filter((result) => !result.ok);
      const status = failed.some((result) => result.vital)
        ? 'unhealthy'
        : failed.length > 0
          ? 'degraded'
          : 'healthy';
      return { status, ...engines(connected), checks: Object.fromEntries(checks) } as Health;
    },
  });

  const registry = defineOperation({
    name: 'core.registry',
    route: 'GET /registry.json',
    summary: 'List every tool by category.',
    effect: 'read',
    access: 'public',
    input: z.strictObject({}),
    output: ToolCatalogue,
    // The answer is the catalogue itself, which no literal could stay true to; the registry's own test compares it.
    examples: [],
    run: async () => toolCatalogue(catalogue()),
  });

  return [root, health, addressOperation(publicUrl), registry];
}
