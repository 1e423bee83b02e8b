import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { checked } from './checked.ts';
import { exampleVersion } from './examples.ts';
import type { EngineParts } from './parts.ts';
import { EngineCheck, engineName } from './schema.ts';
import { saveCheck } from './store.ts';
import { errorOf, findEngine } from './view.ts';
import { linkOf } from './way.ts';

export function checkOperation(parts: EngineParts): Operation {
  return defineOperation({
    name: 'engines.check',
    route: 'POST /engines/{engine}/check',
    summary: 'Look at the instance again: whether it answers, takes the credentials, and what it is.',
    words: 'down not answering credentials · caído no responde',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    audit: 'engine.checked',
    input: z.strictObject({ engine: engineName }),
    output: EngineCheck,
    errors: ['engine_not_connected'],
    examples: [
      {
        title: 'All is well',
        input: { engine: 'n8n' },
        output: { engine: 'n8n', ok: true, ...exampleVersion, checkedAt: EXAMPLE.now, error: null },
      },
    ],
    run: async (ctx, input) => {
      const { name, connector } = findEngine(parts.engines, input.engine);
      const link = await linkOf(ctx, name, parts);
      const found = await checked(ctx, parts, connector, link);
      const now = ctx.clock.now();
      const answer = {
        engine: name,
        ok: found.errorCode === null,
        version: found.version,
        capabilities: [...(found.capabilities ?? [])],
        checkedAt: now.toISOString(),
        error: errorOf(found.errorCode, ctx.client.language),
      };
      // A shared instance's row is the platform's: there this changes nothing.
      return ctx.db.batch([saveCheck(link.instanceId, found, now)], answer);
    },
  });
}
