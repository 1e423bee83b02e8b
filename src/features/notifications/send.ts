import type { Ctx } from '#core/context.ts';
import type { Language } from '#core/errors.ts';
import { PLATFORM } from '#core/platform.ts';
import { insertDevelopmentMessage } from '#features/identity/index.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import type { Ways } from './kinds.ts';

export interface Notice {
  /** The same at each repeat of a job, so that nobody is told twice. */
  readonly id: string;
  /** E.164 number or mail address. */
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

/** Hands notices to whatever sends messages here, from any job. @throws Error to be tried again */
export type SendNotices = (ctx: Ctx, notices: readonly Notice[]) => Promise<void>;

export interface NoticeParts {
  /** Whether notices may go into `smarteros messages` where no engine can send them. */
  readonly development: boolean;
  /** An approved WhatsApp template whose body is one parameter: people who never wrote to us get no free text. */
  readonly template: string | undefined;
}

/** `people` is role identity's: jobs of any role tell people. */
export interface NotifierParts extends NoticeParts {
  readonly people: Pool;
  readonly publicUrl: string;
}

/** What this installation can send by. */
export const sendable = (ctx: Ctx, template: string | undefined): Ways => ({
  mail: ctx.engine('mail') !== undefined,
  whatsapp: template !== undefined && ctx.engine('whatsapp') !== undefined,
});

/** WhatsApp refuses a template whose body is longer than 1,024 characters, its own words included. */
const MAX_PARAMETER = 900;

/** It refuses lines and runs of spaces in parameters, too. */
function parameter(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_PARAMETER ? line : `${line.slice(0, MAX_PARAMETER - 1)}…`;
}

/** Numbers by WhatsApp, addresses by mail. */
export function noticeSender({ development, template, people }: NotifierParts): SendNotices {
  async function send(ctx: Ctx, { id, to, language, subject, text }: Notice): Promise<void> {
    const can = sendable(ctx, template);
    if (to.includes('@') && can.mail)
      await ctx.engine('mail')!.send({ to, subject, text, key: `notice ${id}` });
    else if (!to.includes('@') && can.whatsapp)
      await ctx
        .engine('whatsapp')!
        .sendTemplate({ to, reference: id, name: template!, language, parameters: [parameter(text)] });
    else if (development)
      await people.batch([
        enter(PLATFORM.id, { kind: 'job', id: null }),
        insertDevelopmentMessage({ id, to, text, at: ctx.clock.now() }),
      ]);
    else throw new Error('no sender of notices is configured');
  }
  return async (ctx, notices) => {
    const failures: unknown[] = [];
    for (const notice of notices) await send(ctx, notice).catch((error: unknown) => failures.push(error));
    // Once somebody was told, trying again would tell them twice.
    if (failures.length > 0 && failures.length === notices.length) throw failures[0];
    if (failures.length > 0) ctx.log.warn({ err: failures[0], failed: failures.length }, 'a notice failed');
  };
}
