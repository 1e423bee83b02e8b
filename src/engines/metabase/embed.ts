import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { ERRORS, readDashboard } from './dashboards.ts';
import { refusalOf } from './embeddable.ts';
import { exampleRow } from './examples.ts';
import { isForAll, isOwn } from './own.ts';
import { publicUrl, settingsOf } from './settings.ts';
import { metabaseId } from './shapes.ts';

const LIFE_SECONDS = 600;
const MS_PER_SECOND = 1_000;

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The key is the secret's text as it stands, hexadecimal digits and all. */
function sign(payload: object, secret: string): string {
  const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}

/** What the tenant parameter is given: never anything that a caller says. */
export const tenantValue = ({ link, tenant }: EngineCtx): string =>
  settingsOf(link).tenantKey === 'slug' ? tenant.slug : tenant.id;

export const embed = defineEngineOperation({
  name: 'metabase.embed',
  route: 'POST /metabase/dashboards/{id}/embed',
  summary: 'Get a link that shows a dashboard in a frame, for ten minutes.',
  description:
    'For the company’s dashboards, and for those that the operator made for all. The parameter that says whose rows are shown is locked to the company; a dashboard that doesn’t lock it, or has a card that doesn’t obey it, is refused. Whoever has the link sees the dashboard.',
  effect: 'read',
  framed: true,
  access: [{ scope: 'metabase:read' }],
  input: z.strictObject({ id: metabaseId.describe('Id of the dashboard.') }),
  output: z
    .object({ url: z.string().describe('For an iframe.'), expiresAt: z.string() })
    .meta({ id: 'MetabaseEmbed' }),
  errors: [...ERRORS, 'engine_conflict', 'engine_unsupported'],
  examples: [
    {
      title: 'Sales',
      input: { id: exampleRow.id },
      output: {
        url: 'https://metabase.example.cl/embed/dashboard/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyZXNvdXJjZSI6eyJkYXNoYm9hcmQiOjMxfSwicGFyYW1zIjp7InRlbmFudF9pZCI6WyIwMTk2MDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiXX0sImV4cCI6MTc3MjQ1MzQwMH0.bebUDY2h9qQkzcCZVTH4EbcjqwhHnFgrA2R4TZxDkSc#bordered=true&titled=true',
        expiresAt: '2026-03-02T12:10:00.000Z',
      },
    },
  ],
  run: async (ctx, { id }) => {
    const found = await readDashboard(ctx, id);
    const may = (await isOwn(ctx, found.collection_id)) || (await isForAll(ctx, found.collection_id));
    if (!may) throw engineError('engine_not_found');
    const refused = refusalOf(ctx.link, found);
    if (refused) throw refused;
    const exp = Math.floor(ctx.clock.now().getTime() / MS_PER_SECOND) + LIFE_SECONDS;
    const token = sign(
      {
        resource: { dashboard: found.id },
        params: { [settingsOf(ctx.link).tenantParameter]: [tenantValue(ctx)] },
        exp,
      },
      ctx.link.credentials['embeddingSecret']!,
    );
    return {
      url: `${publicUrl(ctx.link)}/embed/dashboard/${token}#bordered=true&titled=true`,
      expiresAt: new Date(exp * MS_PER_SECOND).toISOString(),
    };
  },
});
