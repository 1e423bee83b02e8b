import { createHash } from 'node:crypto';
import { defineEngine } from '#core/engine.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 20_000;

/** Names what failed without the server's words, which quote people's addresses. */
function toError(error: unknown): Error {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const what = typeof responseCode === 'number' ? responseCode : typeof code === 'string' ? code : 'an error';
  return new Error(`the mail server answered ${what}`);
}

/** Mail over any mail server. */
export const smtp = defineEngine({
  name: 'smtp',
  title: 'SMTP',
  settings: ['SMTP_URL', 'SMTP_FROM'],
  connect: (settings) => ({
    mail: {
      operator: settings['ADMIN_EMAIL'],
      send: async ({ to, subject, text, replyTo, key }) => {
        // Loaded with the first mail: most processes never send one.
        const { createTransport } = await import('nodemailer');
        const from = settings['SMTP_FROM']!;
        const transport = createTransport({
          url: settings['SMTP_URL']!,
          connectionTimeout: CONNECT_TIMEOUT_MS,
          greetingTimeout: CONNECT_TIMEOUT_MS,
          dnsTimeout: CONNECT_TIMEOUT_MS,
          socketTimeout: SILENCE_TIMEOUT_MS,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        // SMTP knows no repeats; with the same id at least the reader's mail box does.
        const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
        const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
        try {
          await transport.sendMail({
            from,
            // As an object it is one address, whatever commas stand in it.
            to: { name: '', address: to },
            subject,
            text,
            messageId: `<${id}@${domain}>`,
            ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
          });
        } catch (error) {
          throw toError(error);
        } finally {
          transport.close();
        }
      },
    },
  }),
});
