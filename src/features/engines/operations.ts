import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { newId } from '#core/example.ts';
import type { Connector, EngineDefinition } from '#core/engine.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { discover } from './discover.ts';
import { exampleEngines } from './examples.ts';
import type { EngineParts } from './parts.ts';
import { CompanyEngine, Connected } from './schema.ts';
import { listEngines, nextRevision, putInstance, putSecret, wantEngine, type EngineRow } from './store.ts';

type Connectable = EngineDefinition & { readonly connector: Connector };

export const connectable = (engines: readonly EngineDefinition[]): readonly Connectable[] =>
  engines.filter((one): one is Connectable => one.connector !== undefined);

/** @throws AppError not_found */
export function findEngine(engines: readonly EngineDefinition[], name: string): Connectable {
  const found = connectable(engines).find((one) => one.name === name);
  if (!found) throw new AppError('not_found');
  return found;
}

const OWN_NAME = 'own';

function toEngine(
  { name, title, connector }: Connectable,
  row: EngineRow | undefined,
  language: 'es' | 'en',
): CompanyEngine {
  const steps = connector.provisioner?.[row?.wanted ?? 'present'] ?? [];
  return {
    engine: name,
    title,
    connected: row !== undefined,
    shared: row?.shared ?? null,
    wanted: row?.wanted ?? null,
    reached: row?.reached ?? null,
    usable: row?.usable ?? false,
    status: row?.status ?? null,
    step: row?.step ?? null,
    steps: steps.map((step) => ({ name: step.name, title: step.title[language] })),
    attempts: row?.attempts ?? 0,
    error: row?.errorCode ? { code: row.errorCode, message: row.errorWords?.[language] ?? '' } : null,
    nextTryAt: row?.status === 'done' ? null : (row?.dueAt ?? null),
    observedAt: row?.observedAt ?? null,
    driftedAt: row?.driftedAt ?? null,
  };
}

const engine = z.string().max(40).describe('The engine, e.g. `odoo`.');

export function engineOperations(parts: EngineParts): readonly Operation[] {
  const list = defineOperation({
    name: 'engines.list',
    route: 'GET /engines',
    summary: 'List the engines, and what this company has in each.',
    effect: 'read',
    access: [{ scope: 'engines:read' }],
    input: z.strictObject({}),
    output: z.object({ data: z.array(CompanyEngine) }),
    examples: [{ title: 'All of them', input: {}, output: { data: exampleEngines } }],
    run: async (ctx) => {
      const [rows] = await ctx.db.batch([listEngines]);
      const byName = new Map(rows.map((row) => [row.engine, row]));
      const { language } = ctx.client;
      return {
        data: connectable(parts.engines).map((one) => toEngine(one, byName.get(one.name), language)),
      };
    },
  });

  const connect = defineOperation({
    name: 'engines.connect',
    route: 'POST /engines/{engine}/connect',
    summary: 'Connect an instance of an engine that is this company’s own.',
    description:
      'Its credentials are tested first, its version is read, and what it can do is noted. They are kept in the secret store and leave it for the engine alone. Connecting again replaces address and credentials.',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    stepUp: true,
    audit: 'engine.connected',
    input: z.strictObject({
      engine,
      url: z.string().max(500).describe('Base address of the instance.'),
      credentials: z
        .record(z.string().max(60), z.string().max(10_000))
        .describe('As docs/engines.md says for the engine.'),
      settings: z.record(z.string().max(60), z.unknown()).default({}).describe('As docs/engines.md says.'),
    }),
    output: Connected,
    errors: [
      'engine_unreachable',
      'engine_rejected_credentials',
      'engine_invalid',
      'engine_forbidden',
      'engine_unsupported',
      'engine_rate_limited',
    ],
    examples: [
      {
        title: 'An n8n of our own',
        input: {
          engine: 'n8n',
          url: 'https://n8n.example.cl',
          credentials: { apiKey: 'n8n-key-of-the-example' },
        },
        output: {
          engine: 'n8n',
          instanceId: newId(3),
          url: 'https://n8n.example.cl',
          version: '1.121.3',
          capabilities: [],
        },
      },
    ],
    run: async (ctx, input) => {
      const { name, connector } = findEngine(parts.engines, input.engine);
      const { url, credentials, settings, found } = await discover(ctx, parts, connector, input, false);
      const now = ctx.clock.now();
      const { id: tenantId, slug } = ctx.tenant;
      return ctx.db.tx(async (tx) => {
        const [next] = await tx.run(nextRevision(name));
        const stored = await parts.secrets.write({ tenantId, slug, path: name }, credentials, next!.revision);
        await tx.run(putSecret(name, stored, now));
        const [instance] = await tx.run(
          putInstance(
            {
              id: ctx.clock.id(),
              engine: name,
              name: OWN_NAME,
              kind: 'connected',
              url,
              trusted: false,
              settings,
              secretPath: name,
              forAll: false,
              engineVersion: found.version,
              capabilities: found.capabilities,
            },
            now,
          ),
        );
        await tx.run(wantEngine(name, false, instance!.id, now));
        return {
          engine: name,
          instanceId: instance!.id,
          url,
          version: found.version,
          capabilities: [...found.capabilities],
        };
      });
    },
  });

  return [list, connect];
}
