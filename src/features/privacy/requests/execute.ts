import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { PersonalData, Run } from '#core/personal-data.ts';
import { PLATFORM } from '#core/platform.ts';
import { insertWithdrawal, openConsentsOf } from '#features/privacy/consents/store.ts';
import { covers } from '#features/privacy/retention/holds.ts';
import { activeHolds } from '#features/privacy/retention/store.ts';
import type { RequestRow } from './store.ts';

/** What became of each feature's data: how many rows were touched, or why they stay. */
type Result = Record<string, { rows: number } | { kept: string }>;

const HELD = {
  en: 'A legal hold covers these data: refuse the request, or release the hold first.',
  es: 'Una retención legal cubre estos datos: rechace la solicitud, o levante primero la retención.',
};

/** Does what was granted about a contact. @throws AppError conflict when a hold forbids all of it */
export async function execute(
  ctx: Ctx,
  run: Run,
  request: RequestRow,
  declared: readonly PersonalData[],
): Promise<Result> {
  const { contactId, kind } = request;
  const now = ctx.clock.now();
  // What the operator's own desk grants is carried out by hand: its role sees no contact book.
  if (contactId === null || ctx.tenant.id === PLATFORM.id) return {};
  const ours = declared.filter(({ about }) => about !== 'people');
  switch (kind) {
    case 'access':
    case 'portability':
      return {};
    case 'rectify':
      return rectify(ctx, run, request, ours);
    case 'block':
      return block(run, contactId, now, ours);
    case 'oppose':
      return { consents: { rows: await withdrawAll(ctx, run, contactId) } };
    case 'erase':
      return erase(ctx, run, contactId, ours);
  }
}

async function rectify(
  ctx: Ctx,
  run: Run,
  { contactId, patch }: RequestRow,
  declared: readonly PersonalData[],
): Promise<Result> {
  const result: Result = {};
  if (patch === null) return result;
  for (const { name, rectify: apply } of declared) {
    if (!apply) continue;
    const at = { country: ctx.tenant.country, now: ctx.clock.now() };
    result[name] = { rows: await apply(run, contactId!, patch, at) };
  }
  return result;
}

export async function block(
  run: Run,
  contactId: string,
  at: Date | null,
  declared: readonly PersonalData[],
): Promise<Result> {
  const result: Result = {};
  for (const { name, block: stop } of declared)
    if (stop) result[name] = { rows: (await run(stop(contactId, at)))[0]?.n ?? 0 };
  return result;
}

async function withdrawAll(ctx: Ctx, run: Run, contactId: string): Promise<number> {
  const now = ctx.clock.now();
  const open = await run(openConsentsOf(contactId));
  for (const { id } of open) {
    const by = { channel: 'request', note: null, at: now.toISOString() };
    await run(insertWithdrawal({ id: ctx.clock.id(), consentId: id, ...by }, now));
  }
  return open.length;
}

async function erase(
  ctx: Ctx,
  run: Run,
  contactId: string,
  declared: readonly PersonalData[],
): Promise<Result> {
  const now = ctx.clock.now();
  const holds = await run(activeHolds(now));
  const isHeld = (name: string): boolean => holds.some((hold) => covers(hold, name, contactId));
  const erasable = declared.filter((one) => one.erase !== undefined);
  if (erasable.every(({ name }) => isHeld(name))) throw new AppError('conflict', { detail: HELD });
  const result: Result = { consents_withdrawn: { rows: await withdrawAll(ctx, run, contactId) } };
  for (const { name, erase: make, keeps } of declared) {
    if (isHeld(name)) result[name] = { kept: 'legal_hold' };
    else if (make) result[name] = { rows: await make(run, contactId, now) };
    else if (keeps) result[name] = { kept: keeps.ground };
  }
  return result;
}
