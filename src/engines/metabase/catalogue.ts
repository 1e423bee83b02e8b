import type { Operation } from '#core/operation.ts';
import { cardResult } from './cards.ts';
import { dashboard, dashboards } from './dashboards.ts';
import { embed } from './embed.ts';
import { health } from './health.ts';

export const metabaseOperations: readonly Operation[] = [dashboards, dashboard, cardResult, embed, health];
