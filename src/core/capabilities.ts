import type { Language } from './errors.ts';
import type { Notice, TokenHealth } from './messaging.ts';

/** What features may ask of engines, by name and never by engine. */
interface Mail {
  /** Where the operator wants to be told of things (ADMIN_EMAIL). */
  readonly operator: string | undefined;
  /** Sends one plain-text mail. `key` makes repeats harmless where the provider supports it. */
  send(mail: { to: string; subject: string; text: string; replyTo?: string; key: string }): Promise<void>;
}

interface Addressed {
  /** E.164. */
  readonly to: string;
  /** Comes back with each status, so that a message is known even when the answer to its sending got lost. */
  readonly reference?: string;
}

interface Sent {
  /** The provider's id. Accepted isn't delivered: that is what statuses tell. */
  readonly id: string;
}

/** Messages to phones. Everything that sends throws core/messaging's MessageError. */
interface WhatsApp {
  /** The operator's authentication template; `code` has at most 15 characters. */
  sendCode(message: Addressed & { code: string; language: Language }): Promise<Sent>;
  /** `language` as the provider writes it, e.g. `es` or `es_CL`; `parameters` fill the body in order. */
  sendTemplate(
    message: Addressed & { name: string; language: string; parameters?: readonly string[] },
  ): Promise<Sent>;
  /** Free text of at most 4096 characters, inside the window only. */
  sendText(message: Addressed & { text: string }): Promise<Sent>;
  tokenHealth(): Promise<TokenHealth>;
  /** The answer to the provider's handshake; undefined when it doesn't know our secret. */
  challenge(query: Readonly<Record<string, unknown>>): string | undefined;
  /** What a webhook call says; undefined when it isn't the provider's. `body` as it came, to the byte. */
  receive(signature: string | undefined, body: Buffer): Notice | undefined;
}

export interface Capabilities {
  mail: Mail;
  whatsapp: WhatsApp;
}
export type CapabilityName = keyof Capabilities;
