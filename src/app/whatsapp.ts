import type { Notice } from '#core/messaging.ts';
import { PLATFORM } from '#core/platform.ts';
import { applyCodeStatus } from '#features/identity/index.ts';
import { createWebhook } from '#features/messages/index.ts';
import { createInlet, type InletOptions } from '#kernel/inlet.ts';

/** Where WhatsApp's webhook calls go: messages to companies, statuses of one-time codes to logins. */
export function createWhatsAppInbox(
  options: InletOptions,
): (notice: Notice, requestId: string) => Promise<void> {
  const { pools, log } = options;
  const inlet = createInlet(options);
  return createWebhook({
    inlet,
    log,
    look: async (statement) => (await pools.app.batch([statement]))[0][0],
    codeStatus: async (update, requestId) => {
      let known = false;
      const place = {
        tenantId: PLATFORM.id,
        realm: 'identity',
        label: 'whatsapp.webhook',
        requestId,
      } as const;
      await inlet(place, async (ctx) => {
        known = await applyCodeStatus(ctx, update);
      });
      return known;
    },
  });
}
