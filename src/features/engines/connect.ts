import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { dropSecret } from '#platform/db/secrets.ts';
import { keepSecret } from '#platform/engines/secrets.ts';
import { discover } from './discover.ts';
import { exampleCredentials, exampleUrl, exampleVersion } from './examples.ts';
import type { EngineParts } from './parts.ts';
import { forgetPeople } from './people/store.ts';
import { Connected, engineName } from './schema.ts';
import { findOwnInstance, lockEngineRow, putInstance, wantEngine, type EngineRow } from './store.ts';
import { findEngine } from './view.ts';

const OWN_NAME = 'own';

/** Ways in which a look at an instance fails. */
export const DISCOVERY_ERRORS = [
  'engine_unreachable',
  'engine_rejected_credentials',
  'engine_invalid',
  'engine_forbidden',
  'engine_unsupported',
  'engine_rate_limited',
] as const;

/** Nothing of the company's is in the engine. */
export const isFree = (row: EngineRow | undefined): boolean =>
  row === undefined || row.reached === 'absent' || (row.reached === null && row.wanted === 'absent');

export const inUse = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'The company has a part of another instance. Remove that first.',
      es: 'La empresa tiene una parte de otra instancia. Quítela primero.',
    },
  });

export const credentialsField = z
  .record(z.string().max(60), z.string().max(10_000))
  .describe('As docs/engines.md says for the engine. No answer ever holds them.');
export const settingsField = z.record(z.string().max(60), z.unknown()).describe('As docs/engines.md says.');
export const urlField = z.string().max(500).describe('Base address of the instance.');

export function connectOperation(parts: EngineParts): Operation {
  return defineOperation({
    name: 'engines.connect',
    route: 'POST /engines/{engine}/connect',
    summary: 'Connect an instance of an engine that is this company’s own.',
    description:
      'Its credentials are tested first, its version is read, and what it can do is noted. They are kept in the secret store and leave it for the engine alone. Connecting again replaces address and credentials.',
    words: 'link hook up an existing server · enlazar servidor instalación existente',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    stepUp: true,
    audit: 'engine.connected',
    input: z.strictObject({
      engine: engineName,
      url: urlField,
      credentials: credentialsField,
      settings: settingsField.default({}),
      replace: z
        .boolean()
        .default(false)
        .describe('Leave what the company has in a shared instance behind, where the operator can find it.'),
    }),
    output: Connected,
    errors: ['conflict', ...DISCOVERY_ERRORS],
    examples: [
      {
        title: 'An n8n of our own',
        input: { engine: 'n8n', url: exampleUrl, credentials: exampleCredentials, replace: true },
        output: { engine: 'n8n', instanceId: newId(3), url: exampleUrl, ...exampleVersion },
      },
    ],
    run: async (ctx, input) => {
      const { name, connector } = findEngine(parts.engines, input.engine);
      const { url, credentials, settings, found } = await discover(ctx, parts, connector, input, false);
      const now = ctx.clock.now();
      const { id: tenantId, slug } = ctx.tenant;
      return ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockEngineRow(name));
        if (row?.shared && !isFree(row) && !input.replace) throw inUse();
        const [before] = await tx.run(findOwnInstance(name));
        await keepSecret(tx, parts.secrets, { tenantId, slug, path: name }, credentials, now);
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
        // Another machine may be another world: its ids and keys mean nothing here.
        const anew = row !== undefined && (row.shared || (before !== undefined && before.url !== url));
        if (anew) await tx.all([dropSecret(`${name}/tenant`), forgetPeople(name)]);
        await tx.run(wantEngine(name, { shared: false, id: instance!.id }, now, anew));
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
}
