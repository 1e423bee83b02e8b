import type { Capabilities } from '#core/capabilities.ts';
import { MessageError } from '#core/messaging.ts';
import type { Graph } from './graph.ts';

type Sender = Pick<Capabilities['whatsapp'], 'sendCode' | 'sendTemplate' | 'sendText'>;

const DEFAULT_TEMPLATE = 'smarteros_code';
const DEFAULT_LANGUAGE = 'es';

const textParameter = (text: string) => ({ type: 'text', text });

/** The approved language that fits, or the first: a code in another language is better than none. */
export function pickLanguage(approved: string | undefined, wanted: string): string {
  const all = (approved ?? DEFAULT_LANGUAGE).split(',').map((one) => one.trim());
  return all.find((one) => one.split('_')[0] === wanted) ?? all[0]!;
}

export function createSender(graph: Graph, settings: Readonly<Record<string, string | undefined>>): Sender {
  async function send(to: string, reference: string | undefined, content: object): Promise<{ id: string }> {
    const answer = await graph.call('POST', `${settings['WHATSAPP_PHONE_ID']}/messages`, {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: to.replace(/^\+/, ''),
      ...(reference !== undefined && { biz_opaque_callback_data: reference }),
      ...content,
    });
    const id = (answer['messages'] as { id?: unknown }[] | undefined)?.[0]?.id;
    if (typeof id !== 'string' || id === '') throw new MessageError('transient');
    return { id };
  }

  const template = (name: string, language: string, components: readonly object[]) => ({
    type: 'template',
    template: { name, language: { code: language }, ...(components.length > 0 && { components }) },
  });

  return {
    sendCode: ({ to, reference, code, language }) =>
      send(
        to,
        reference,
        template(
          settings['WHATSAPP_TEMPLATE'] ?? DEFAULT_TEMPLATE,
          pickLanguage(settings['WHATSAPP_TEMPLATE_LANGUAGES'], language),
          [
            { type: 'body', parameters: [textParameter(code)] },
            // The button that copies the code counts as a URL button.
            { type: 'button', sub_type: 'url', index: '0', parameters: [textParameter(code)] },
          ],
        ),
      ),
    sendTemplate: ({ to, reference, name, language, parameters = [] }) =>
      send(
        to,
        reference,
        template(
          name,
          language,
          parameters.length > 0 ? [{ type: 'body', parameters: parameters.map(textParameter) }] : [],
        ),
      ),
    sendText: ({ to, reference, text }) =>
      send(to, reference, { type: 'text', text: { body: text, preview_url: false } }),
  };
}
