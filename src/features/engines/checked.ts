import type { Ctx } from '#core/context.ts';
import type { Connector, Link } from '#core/engine.ts';
import { AppError, type ErrorCode } from '#core/errors.ts';
import { look } from './discover.ts';
import type { EngineReach } from './parts.ts';
import type { Checked } from './store.ts';

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
