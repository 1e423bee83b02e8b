/** How somebody said yes or no, most usual first (features/privacy/consents). */
export const CHANNELS = ['in_person', 'phone', 'whatsapp', 'email', 'paper', 'web_form', 'api'] as const;
export type Channel = (typeof CHANNELS)[number];

export const isChannel = (value: string): value is Channel => CHANNELS.some((one) => one === value);
