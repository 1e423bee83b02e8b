import type { Statement } from '#core/db.ts';
import { hashOf, insertConsent, insertConsents } from './store.ts';

const VERSION_CHARACTERS = 12;

/** For wordings that nobody numbers: the same words are the same version. */
export const versionOf = (text: string): string => hashOf(text).toString('hex').slice(0, VERSION_CHARACTERS);

/** For other features' own transactions: a contact agreed to these words just now. */
export const recordConsent = (consent: {
  readonly id: string;
  readonly contactId: string;
  readonly purpose: string;
  readonly text: string;
  readonly channel: string;
  readonly evidence: string;
  readonly now: Date;
}): Statement => {
  const { now, ...rest } = consent;
  const filled = {
    personId: null,
    identifier: null,
    textVersion: versionOf(rest.text),
    givenAt: now.toISOString(),
    expiresAt: null,
  };
  return insertConsent({ ...rest, ...filled }, now);
};

/** Of many contacts that agreed to the same words, e.g. out of a file. `givenAt` is when it was written down. */
export const recordConsents = (
  consents: readonly { readonly id: string; readonly contactId: string; readonly evidence: string }[],
  shared: {
    readonly purpose: string;
    readonly text: string;
    readonly channel: string;
    readonly now: Date;
  },
): Statement => insertConsents(consents, { ...shared, textVersion: versionOf(shared.text) });
