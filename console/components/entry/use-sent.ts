import { useState } from 'react';
import { useDraft } from '#lib/draft.ts';
import { useUrlState } from '#lib/url-state.ts';

interface Sent {
  readonly phone: string;
  readonly digits: number;
  /** Seconds. */
  readonly expiresIn: number;
  readonly resendAfter: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
const DIGITS = 6;

/**
 * The code that is on its way. On a page it survives a reload (asking for another one would mean waiting), and "back" goes
 * back to the number; in a dialog neither history nor address are ours.
 */
export function useSent(
  overlaid: boolean,
): [Partial<Sent> & Omit<Sent, 'phone'> & { open: boolean }, (sent: Sent | undefined) => void] {
  const [own, setOwn] = useState<Sent>();
  const [kept, keep] = useDraft<Sent | undefined>('login', undefined);
  const [{ code }, change] = useUrlState(['code']);
  const sent = overlaid ? own : kept;
  const usable = sent !== undefined && Date.now() < sent.at + sent.expiresIn * 1000;
  const set = (next: Sent | undefined): void => {
    if (overlaid) return setOwn(next);
    keep(next);
    if (next) change({ code: 'sent' }, code === undefined);
    else change({ code: undefined });
  };
  const open = usable && (overlaid || code !== undefined);
  return [{ digits: DIGITS, resendAfter: 0, expiresIn: 0, at: 0, ...sent, open }, set];
}
