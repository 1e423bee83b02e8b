/** What features may ask of engines, by name and never by engine. */
interface Mail {
  /** Where the operator wants to be told of things (ADMIN_EMAIL). */
  readonly operator: string | undefined;
  /** Sends one plain-text mail. `key` makes repeats harmless where the provider supports it. */
  send(mail: { to: string; subject: string; text: string; replyTo?: string; key: string }): Promise<void>;
}

export interface Capabilities {
  mail: Mail;
}
export type CapabilityName = keyof Capabilities;
