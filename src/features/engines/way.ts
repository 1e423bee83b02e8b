import { randomBytes } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import type { Company, Link, StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { findLink, toLinkRow } from '#platform/db/engine-links.ts';
import { openLink } from '#platform/engines/link.ts';
import type { EngineParts } from './parts.ts';

/** Of a step's look, which only reads. */
export const LOOK_MS = 15_000;
const SECRET_BYTES = 32;
/** Where the surfaces serve them. */
const LOGIN_PATH = '/login/engines';

/** The company's way to an engine as it is now. @throws AppError engine_not_connected, unavailable */
export async function linkOf(ctx: Ctx, engine: string, { secrets }: EngineParts): Promise<Link> {
  const [[found]] = await ctx.db.batch([findLink(engine)]);
  if (!found) throw new AppError('engine_not_connected');
  return openLink(toLinkRow(found.link), ctx.tenant, secrets);
}

export interface StepCall {
  readonly engine: string;
  readonly link: Link;
  readonly company: Omit<Company, 'language'>;
  readonly hookUrl: string;
  readonly requestId: string;
  readonly changes: boolean;
  readonly timeoutMs: number;
}

/** What code of an engine gets for one step, look or launch. */
export function stepCtx(ctx: Ctx, { calls, publicUrl }: EngineParts, call: StepCall): StepCtx {
  const { engine, company, hookUrl, ...rest } = call;
  const { tenant, signal, clock, log } = ctx;
  const { ctx: own } = calls.open({ ...rest, tenant, signal, clock, log });
  return {
    ...own,
    company: { ...company, language: 'es' },
    hookUrl,
    publicUrl,
    login: {
      clientId: company.id,
      page: `${publicUrl}${LOGIN_PATH}/${engine}/${company.slug}`,
      userinfo: `${publicUrl}${LOGIN_PATH}/${engine}/${company.id}/userinfo`,
    },
    random: (bytes = SECRET_BYTES) => randomBytes(bytes).toString('base64url'),
  };
}
