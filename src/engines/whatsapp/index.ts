import { defineEngine } from '#core/engine.ts';
import { createGraph } from './graph.ts';
import { tokenHealth } from './health.ts';
import { createSender } from './send.ts';
import { challenge, isSigned, readPayload } from './webhook.ts';

/** Messages by Meta's WhatsApp Business Cloud API. Without app secret and verify token no delivery could be seen. */
export const whatsapp = defineEngine({
  name: 'whatsapp',
  title: 'WhatsApp',
  settings: ['WHATSAPP_PHONE_ID', 'WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'],
  connect: (settings) => {
    const graph = createGraph(settings);
    const secret = (name: string): string => settings[name]!;
    return {
      whatsapp: {
        ...createSender(graph, settings),
        tokenHealth: () => tokenHealth(graph, secret('WHATSAPP_TOKEN')),
        challenge: (query) => challenge(query, secret('WHATSAPP_VERIFY_TOKEN')),
        receive: (signature, body) =>
          isSigned(signature, body, secret('WHATSAPP_APP_SECRET'))
            ? readPayload(body, secret('WHATSAPP_PHONE_ID'))
            : undefined,
      },
    };
  },
});
