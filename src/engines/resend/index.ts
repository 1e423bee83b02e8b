import { defineEngine } from '#core/engine.ts';
import { httpRequest } from '#platform/http.ts';

const ENDPOINT = 'https://api.resend.com/emails';
const HTTP_OK = 200;

/** Mail by Resend's API (resend.com/docs/api-reference/emails/send-email). */
export const resend = defineEngine({
  name: 'resend',
  title: 'Resend',
  settings: ['RESEND_API_KEY', 'RESEND_FROM'],
  connect: (settings) => ({
    mail: {
      operator: settings['ADMIN_EMAIL'],
      send: async ({ to, subject, text, replyTo, key }) => {
        const answer = await httpRequest({
          method: 'POST',
          url: ENDPOINT,
          headers: {
            authorization: `Bearer ${settings['RESEND_API_KEY']}`,
            'content-type': 'application/json',
            // A repeat within 24 h sends nothing again.
            'idempotency-key': key,
          },
          body: JSON.stringify({
            from: settings['RESEND_FROM'],
            to,
            subject,
            text,
            ...(replyTo && { reply_to: replyTo }),
          }),
          retry: { repeatable: true },
        });
        if (answer.status !== HTTP_OK) throw new Error(`Resend answered ${answer.status}`);
      },
    },
  }),
});
