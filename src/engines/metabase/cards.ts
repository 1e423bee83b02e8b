import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { ask } from './client.ts';
import { ERRORS } from './dashboards.ts';
import { tenantValue } from './embed.ts';
import { exampleDashboard, exampleResult } from './examples.ts';
import { isOwn } from './own.ts';
import { settingsOf } from './settings.ts';
import { CardResult, metabaseId, type ApiCard, type ApiParameter, type ApiResult } from './shapes.ts';

const TIMEOUT_MS = 60_000;
const RESULT_MAX_BYTES = 8_000_000;
/** What Metabase itself gives at most. */
const ROWS_MAX = 2_000;
const ROWS = 200;

const scalar = z.union([z.string().max(1_000), z.number(), z.boolean()]);
const value = z.union([scalar, z.array(scalar).max(100)]);
type Value = z.infer<typeof value>;

interface Tag {
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly 'widget-type'?: string;
}
interface Native {
  readonly 'template-tags'?: Readonly<Record<string, Tag>>;
}

/** Variables of a query in SQL; newer versions write queries in stages. */
function tagsOf({ dataset_query }: ApiCard): Tag[] {
  const query = dataset_query as { native?: Native; stages?: readonly Native[] } | undefined;
  return [query?.native, ...(query?.stages ?? [])].flatMap((one) =>
    Object.values(one?.['template-tags'] ?? {}),
  );
}

/** The variable of the SQL that a parameter fills: it may have another name. */
function tagOf({ target }: ApiParameter): string | undefined {
  const [, tag] = Array.isArray(target) ? (target as unknown[]) : [];
  return Array.isArray(tag) && tag[0] === 'template-tag' ? String(tag[1]) : undefined;
}

/**
 * What a card can be given. A card that was not saved in the browser may list no parameter although its SQL has
 * variables, and an optional one that stayed empty would filter nothing.
 */
function parametersOf(card: ApiCard): ApiParameter[] {
  const listed = card.parameters ?? [];
  const more = tagsOf(card).flatMap(({ id, name, type, 'widget-type': widget }): ApiParameter[] => {
    if (!id || !name || type === 'card' || type === 'snippet' || listed.some((one) => tagOf(one) === name))
      return [];
    const kind = type === 'dimension' ? 'dimension' : 'variable';
    return [{ id, slug: name, type: widget ?? 'category', target: [kind, ['template-tag', name]] }];
  });
  return [...listed, ...more];
}

const isVariable = ({ target }: ApiParameter): boolean => Array.isArray(target) && target[0] === 'variable';

/** @throws AppError engine_forbidden for the tenant parameter, engine_invalid for names that the card doesn't have */
function valuesFor(ctx: EngineCtx, card: ApiCard, given: Readonly<Record<string, Value>>) {
  const { tenantParameter } = settingsOf(ctx.link);
  const known = parametersOf(card);
  const isTenant = (one: ApiParameter): boolean =>
    one.slug === tenantParameter || tagOf(one) === tenantParameter;
  if (
    [tenantParameter, ...known.filter(isTenant).map(({ slug }) => slug)].some((one) =>
      Object.hasOwn(given, one),
    )
  )
    throw new AppError('engine_forbidden', {
      detail: {
        en: `The parameter ${tenantParameter} is always the company’s own.`,
        es: `El parámetro ${tenantParameter} es siempre el de la propia empresa.`,
      },
    });
  const stranger = Object.keys(given).find((slug) => !known.some((one) => one.slug === slug));
  if (stranger !== undefined) throw engineError('engine_invalid', `This card has no parameter ${stranger}.`);
  return known.flatMap((one) => {
    const { id, type, target, slug } = one;
    const own = isTenant(one);
    if (!own && !Object.hasOwn(given, slug)) return [];
    const tenant = tenantValue(ctx);
    return [{ id, type, target, value: own ? (isVariable(one) ? tenant : [tenant]) : given[slug] }];
  });
}

export const cardResult = defineEngineOperation({
  name: 'metabase.card_result',
  route: 'POST /metabase/cards/{id}/result',
  summary: 'Run a card and read its rows.',
  description:
    'A card of the company’s collection. Where it has the parameter that says whose rows are meant, that is always the company.',
  effect: 'read',
  access: [{ scope: 'metabase:read' }],
  timeoutMs: TIMEOUT_MS,
  input: z.strictObject({
    id: metabaseId.describe('Id of the card.'),
    parameters: z.record(z.string().max(100), value).default({}).describe('Values by slug.'),
    limit: z.int().min(1).max(ROWS_MAX).default(ROWS).describe('Rows at the most.'),
  }),
  output: CardResult,
  errors: ERRORS,
  examples: [{ title: 'Sales by day', input: { id: exampleDashboard.cards[0]!.id }, output: exampleResult }],
  run: async (ctx, { id, parameters, limit }) => {
    const card = await ask<ApiCard>(ctx, { method: 'GET', path: `/api/card/${id}` });
    if (card.archived || !(await isOwn(ctx, card.collection_id))) throw engineError('engine_not_found');
    const result = await ask<ApiResult>(ctx, {
      method: 'POST',
      path: `/api/card/${id}/query`,
      body: { parameters: valuesFor(ctx, card, parameters) },
      harmless: true,
      maxResponseBytes: RESULT_MAX_BYTES,
    });
    if (result.status !== 'completed' || !result.data)
      throw engineError('engine_invalid', result.error, { cause: result.status });
    const { rows = [], cols = [], rows_truncated } = result.data;
    return {
      columns: cols.map(({ name, display_name, base_type }) => ({
        name,
        title: display_name ?? name,
        type: base_type ?? null,
      })),
      rows: rows.slice(0, limit).map((row) => [...row]),
      rowCount: rows.length,
      truncated: rows.length > limit || rows_truncated !== undefined,
    };
  },
});
