import { z } from 'zod';
import type { DeliveryStatus, MessageFailure, StatusUpdate } from '#core/messaging.ts';

/** How long after WhatsApp's refusal people are told that their number can't be reached. */
export const UNREACHABLE_MS = 3_600_000;

/** Travels to WhatsApp with a code and comes back with each status. */
export const codeReference = (id: string): string => `code/${id}`;

export function readCodeReference({ reference }: StatusUpdate): string | null {
  const id = /^code\/(.+)$/.exec(reference ?? '')?.[1];
  return z.uuid().safeParse(id).data ?? null;
}

/** The number itself is at fault, not the message, the moment or our account. */
export const blamesNumber = (failure: MessageFailure): boolean => failure === 'undeliverable';

const RANK = { sent: 1, delivered: 2, read: 3, failed: 4 } as const;

export const isNews = (current: DeliveryStatus | null, next: DeliveryStatus): boolean =>
  current === null || RANK[next] > RANK[current];

/** Somebody sits before a login page: after this, a bad moment of WhatsApp's counts as a failure. */
const PATIENCE_MS = 8_000;

export const isPatient = (askedAt: Date, now: Date): boolean =>
  now.getTime() - askedAt.getTime() < PATIENCE_MS;
