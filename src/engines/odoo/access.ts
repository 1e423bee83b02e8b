import type { EngineCtx } from '#core/engine.ts';
import type { Door } from './client.ts';
import { companyDoor, keptOf } from './doors.ts';
import { tenancyOf } from './settings.ts';
import type { Row } from './values.ts';
import { wallOf, type Wall } from './wall.ts';

/** How a company's call goes in. */
export interface Access {
  readonly door: Door;
  /** Only between companies that share a database. */
  readonly wall: Wall | undefined;
  /** What goes along with each call. */
  context(given: Row | undefined): Row;
}

export function accessOf(ctx: EngineCtx): Access {
  const door = companyDoor(ctx.link);
  const wall = tenancyOf(ctx.link) === 'company' ? wallOf(ctx, door) : undefined;
  const { lang } = keptOf(ctx.link);
  return {
    door,
    wall,
    context: (given) => ({ ...(lang !== undefined && { lang }), ...(wall ? wall.context(given) : given) }),
  };
}
