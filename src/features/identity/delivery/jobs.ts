import type { Ctx } from '#core/context.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { isPassing, MessageError, needsOperator, type MessageFailure } from '#core/messaging.ts';
import type { Sealer } from '#platform/seal.ts';
import { codeText } from '#features/identity/codes.ts';
import { codeRequested, codeUndelivered } from '#features/identity/events.ts';
import { insertDevelopmentMessage } from '#features/identity/store.ts';
import { blamesNumber, codeReference, isPatient } from './rules.ts';
import {
  findCodeToSend,
  forgetSealed,
  markCodeFailed,
  markCodeSent,
  markUnreachable,
  type CodeToSend,
} from './store.ts';

/** A code lives for minutes: trying for hours would send what no longer works. */
const SEND_ATTEMPTS = 4;

const SUBJECTS = { en: 'Your SmarterOS code', es: 'Su código de SmarterOS' };

export interface DeliveryParts {
  readonly sealer: Sealer;
  /** Whether messages may go into `smarteros messages` where there is no engine to send them with. */
  readonly development: boolean;
}

/** A code as jobs send it, with its digits. */
interface Open extends CodeToSend {
  readonly id: string;
  readonly digits: string;
}

async function open(ctx: Ctx, sealer: Sealer, id: string): Promise<Open | undefined> {
  const [[code]] = await ctx.db.batch([findCodeToSend(id)]);
  if (!code?.sealed || Date.parse(code.expires_at) <= ctx.clock.now().getTime()) return undefined;
  return { ...code, id, digits: sealer.open(code.sealed) };
}

/** To the person's proved address. False when there is no such address, or no mail server. */
async function sendByMail(ctx: Ctx, code: Open): Promise<boolean> {
  const mail = ctx.engine('mail');
  if (!mail || code.email === null) return false;
  const text = `${codeText(code.digits, code.language)}\n`;
  await mail.send({ to: code.email, subject: SUBJECTS[code.language], text, key: `code ${code.id}` });
  await ctx.db.batch([markCodeSent(code.id, { channel: 'mail', providerId: null, keepSealed: false })], {
    id: code.id,
  });
  return true;
}

/** WhatsApp won't: noted for the next try, and mail takes over where it can. */
async function fallBack(ctx: Ctx, code: Open, failure: MessageFailure, errorCode?: number): Promise<void> {
  if (needsOperator(failure)) ctx.log.error({ failure, errorCode }, 'WhatsApp needs its operator');
  const now = ctx.clock.now();
  await ctx.db.batch(
    [
      markCodeFailed(code.id, failure, code.email !== null),
      ...(blamesNumber(failure) ? [markUnreachable(code.phone, now)] : []),
    ],
    { id: code.id },
  );
  if (!(await sendByMail(ctx, code))) ctx.log.warn({ failure }, 'a code could not be sent');
}

export function deliveryJobs({ sealer, development }: DeliveryParts): readonly JobDefinition[] {
  const sendCode = defineJob({
    name: 'identity.send_code',
    summary: 'Send a one-time code.',
    realm: 'identity',
    on: codeRequested,
    attempts: SEND_ATTEMPTS,
    run: async (ctx, event) => {
      const code = await open(ctx, sealer, event.data.id);
      // Sent before, and only kept for another channel.
      if (!code || code.channel !== null) return;
      const whatsapp = ctx.engine('whatsapp');
      if (!whatsapp && development) {
        const text = codeText(code.digits, code.language);
        const sent = markCodeSent(code.id, { channel: 'development', providerId: null, keepSealed: false });
        const message = { id: code.id, to: code.phone, text, at: ctx.clock.now() };
        await ctx.db.batch([insertDevelopmentMessage(message), sent], { id: code.id });
        return;
      }
      if (!whatsapp) {
        if (await sendByMail(ctx, code)) return;
        throw new Error('no sender of codes is configured');
      }
      try {
        const { id: providerId } = await whatsapp.sendCode({
          to: code.phone,
          code: code.digits,
          language: code.language,
          reference: codeReference(code.id),
        });
        const sent = { channel: 'whatsapp' as const, providerId, keepSealed: code.email !== null };
        await ctx.db.batch([markCodeSent(code.id, sent)], { id: code.id });
      } catch (error) {
        if (!(error instanceof MessageError)) throw error;
        const mayPass = code.email === null || isPatient(new Date(code.created_at), ctx.clock.now());
        if (isPassing(error.failure) && mayPass) throw error;
        await fallBack(ctx, code, error.failure, error.code);
      }
    },
  });

  const sendByOtherWay = defineJob({
    name: 'identity.send_code_by_mail',
    summary: 'Send a one-time code by mail that WhatsApp could not deliver.',
    realm: 'identity',
    on: codeUndelivered,
    attempts: SEND_ATTEMPTS,
    run: async (ctx, event) => {
      const code = await open(ctx, sealer, event.data.id);
      if (code && code.channel !== 'mail') await sendByMail(ctx, code);
    },
  });

  const forget = defineJob({
    name: 'identity.forget_codes',
    summary: 'Forget the digits of codes that have expired.',
    realm: 'identity',
    every: '*/15 * * * *',
    run: async (ctx) => {
      await ctx.db.batch([forgetSealed(ctx.clock.now())], null);
    },
  });

  return [sendCode, sendByOtherWay, forget];
}
