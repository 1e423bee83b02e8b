import { engineError } from '#core/engine-errors.ts';
import type { Link } from '#core/engine.ts';

/**
 * The bot that a call is about. In a shared workspace one token opens every company's bots, so a company's is the one
 * that its provisioning wrote down, and nothing that a caller says.
 * @throws AppError engine_not_found for another company's, exactly as for what isn't there
 */
export function ownBot({ shared, state }: Pick<Link, 'shared' | 'state'>, given?: string): string {
  const { botId } = state;
  if (typeof botId !== 'string') throw engineError('engine_not_ready');
  if (given === undefined || given === botId) return botId;
  if (shared) throw engineError('engine_not_found');
  return given;
}
