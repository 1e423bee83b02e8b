import { createHash } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import type { Language } from '#core/errors.ts';
import { insertDevelopmentMessage } from '#features/identity/index.ts';

export { findOwners, findReachable, type Reachable } from './store.ts';

export interface Notice {
  /** The same at each repeat of a job, so that nobody is told twice. */
  readonly id: string;
  /** E.164 number or mail address. */
  readonly to: string;
  readonly language: Language;
  /** For channels that only send texts which were agreed on before. */
  readonly kind:
    | 'invitation'
    | 'grant_opened'
    | 'tenant_claimed'
    | 'tenant_displaced'
    | 'number_changed'
    | 'email_changed';
  readonly text: string;
}

/** Hands notices to whatever sends messages here. Runs in jobs of realm identity. @throws Error to be tried again */
export type SendNotices = (ctx: Ctx, notices: readonly Notice[]) => Promise<void>;

const SUBJECTS: Readonly<Record<Notice['kind'], Readonly<Record<Language, string>>>> = {
  invitation: { en: 'An invitation to a company', es: 'Invitación a una empresa' },
  grant_opened: { en: 'The operator entered your company', es: 'El operador entró a su empresa' },
  tenant_claimed: { en: 'Somebody claims your company', es: 'Alguien reclama su empresa' },
  tenant_displaced: { en: 'Your company has a verified owner', es: 'Su empresa tiene un dueño verificado' },
  number_changed: { en: 'The number of your login', es: 'El número de su ingreso' },
  email_changed: { en: 'The mail address of your login', es: 'El correo de su ingreso' },
};

export interface NoticeParts {
  /** Whether notices may go into `smarteros messages` where no engine can send them. */
  readonly development: boolean;
  /** An approved WhatsApp template whose body is one parameter: people who never wrote to us get no free text. */
  readonly template: string | undefined;
}

/** Numbers by WhatsApp, addresses by mail. */
export function noticeSender({ development, template }: NoticeParts): SendNotices {
  async function send(ctx: Ctx, { id, to, language, kind, text }: Notice): Promise<void> {
    const mail = to.includes('@') ? ctx.engine('mail') : undefined;
    const whatsapp = to.includes('@') || template === undefined ? undefined : ctx.engine('whatsapp');
    if (mail) await mail.send({ to, subject: SUBJECTS[kind][language], text, key: `notice ${id}` });
    else if (whatsapp)
      await whatsapp.sendTemplate({ to, reference: id, name: template!, language, parameters: [text] });
    else if (development)
      await ctx.db.batch([insertDevelopmentMessage({ id, to, text, at: ctx.clock.now() })], { id });
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

/** An id that depends on nothing but what is told to whom. */
export function noticeId(eventId: string, personId: string): string {
  const hex = createHash('sha256').update(`${eventId} ${personId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
