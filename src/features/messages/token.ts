import { defineJob } from '#core/job.ts';
import { MessageError, type TokenHealth } from '#core/messaging.ts';
import { tokenEndangered } from './events.ts';
import { judgeToken, shouldAlert } from './rules.ts';
import { findHealth, storeHealth } from './store.ts';

const DEAD: TokenHealth = { valid: false, expiresAt: null, missing: [] };

/** Asked often, since a dead token stops every login; nothing is judged while nobody answers. */
const watch = defineJob({
  name: 'whatsapp.watch_token',
  summary: 'Look whether the WhatsApp token still works, and for how long.',
  realm: 'identity',
  every: '*/10 * * * *',
  run: async (ctx) => {
    const whatsapp = ctx.engine('whatsapp');
    if (!whatsapp) return;
    const health = await whatsapp.tokenHealth().catch((error: unknown) => {
      if (error instanceof MessageError && error.failure === 'token') return DEAD;
      throw error;
    });
    const now = ctx.clock.now();
    const state = judgeToken(health, now);
    const [[before]] = await ctx.db.batch([findHealth]);
    const alert = shouldAlert(state, before, now);
    if (alert && state !== 'fine') {
      ctx.log.error({ state, missing: health.missing }, 'the WhatsApp token needs its operator');
      const expiresAt = health.expiresAt?.toISOString() ?? null;
      ctx.emit(tokenEndangered, { state, expiresAt, missing: [...health.missing] });
    }
    const alertedAt = state === 'fine' ? null : alert ? now : (before?.alerted_at ?? null);
    await ctx.db.batch([storeHealth({ state, expiresAt: health.expiresAt, alertedAt, now })], null);
  },
});

const WORDS = {
  dead: 'The WhatsApp token no longer works: no login code and no message can be sent.',
  lacking: 'The WhatsApp token lacks rights that sending needs.',
  expiring: 'The WhatsApp token expires soon.',
};

const tell = defineJob({
  name: 'whatsapp.tell_operator',
  summary: 'Mail the operator that the WhatsApp token needs them.',
  realm: 'identity',
  on: tokenEndangered,
  run: async (ctx, event) => {
    const mail = ctx.engine('mail');
    if (!mail?.operator) return;
    const { state, expiresAt, missing } = event.data;
    const more = [
      ...(expiresAt === null ? [] : [`It expires at ${expiresAt}.`]),
      ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
      'Issue a System User token, which does not expire, and set WHATSAPP_TOKEN (docs/messages.md).',
    ];
    await mail.send({
      to: mail.operator,
      subject: WORDS[state],
      text: `${[WORDS[state], ...more].join('\n\n')}\n`,
      key: event.id,
    });
  },
});

export const tokenJobs = [watch, tell];
