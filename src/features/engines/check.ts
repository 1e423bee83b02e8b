import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Connector, Link } from '#core/engine.ts';
import { AppError, type ErrorCode } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { look } from './discover.ts';
import { exampleVersion } from './examples.ts';
import type { EngineParts, EngineReach } from './parts.ts';
import { EngineCheck, engineName } from './schema.ts';
import { saveCheck, type Checked } from './store.ts';
import { errorOf, findEngine } from './view.ts';
import { linkOf } from './way.ts';

/** A look that fails is an outcome as well. */
export async function checked(
  ctx: Ctx,
  parts: EngineReach,
  connector: Connector,
  link: Link,
): Promise<Checked> {
  try {
    const { version, capabilities } = await look(ctx, parts, connector, link);
    return { version, capabilities, errorCode: null };
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('engine_')) throw error;
    return { version: null, capabilities: null, errorCode: error.code satisfies ErrorCode };
  }
}

export function checkOperation(parts: EngineParts): Operation {
  return defineOperation({
    name: 'engines.check',
    route: 'POST /engines/{engine}/check',
    summary: 'Look at the instance again: whether it answers, takes the credentials, and what it is.',
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
