import { z } from 'zod';
import type { DeliveryStatus, StatusUpdate } from '#core/messaging.ts';

/** How long after the person's last message free text may be sent (docs/messages.md). */
const WINDOW_MS = 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** Long-lived tokens live 60 days: the operator is told after 50 of them. */
const WARN_BEFORE_MS = 10 * DAY_MS;
/** Telling it again at every look would only teach to look away. */
const REMIND_AFTER_MS = DAY_MS;

/** When the window that this message opened closes. */
export const windowEnd = (wroteAt: Date): Date => new Date(wroteAt.getTime() + WINDOW_MS);

/** Statuses come in any order: the higher one is what happened in the end. */
const RANK = { queued: 0, sent: 1, delivered: 2, read: 3, failed: 4 } as const;

export function isNews(current: string, next: DeliveryStatus): boolean {
  return current in RANK && RANK[next] > RANK[current as keyof typeof RANK];
}

interface Reached {
  readonly provider_id: string | null;
  readonly sent_at: string | null;
  readonly delivered_at: string | null;
  readonly read_at: string | null;
  readonly failed_at: string | null;
}

/** False for a repeat, and for a status of another message than ours. */
export function tellsMore(message: Reached, update: StatusUpdate): boolean {
  if (message.provider_id !== null && message.provider_id !== update.id) return false;
  return message[`${update.status}_at`] === null;
}

/** Travels to WhatsApp with a message and comes back with each status. */
export const messageReference = (tenantId: string, id: string): string => `message/${tenantId}/${id}`;
const REFERENCE = /^message\/([^/]+)\/([^/]+)$/;
const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

export function readReference({ reference }: StatusUpdate): { tenantId: string; id: string } | undefined {
  const [, tenantId = '', id = ''] = REFERENCE.exec(reference ?? '') ?? [];
  return isUuid(tenantId) && isUuid(id) ? { tenantId, id } : undefined;
}

export type TokenState = 'fine' | 'expiring' | 'lacking' | 'dead';

export function judgeToken(
  health: { valid: boolean; expiresAt: Date | null; missing: readonly string[] },
  now: Date,
): TokenState {
  if (!health.valid) return 'dead';
  if (health.missing.length > 0) return 'lacking';
  const { expiresAt } = health;
  return expiresAt && expiresAt.getTime() - now.getTime() <= WARN_BEFORE_MS ? 'expiring' : 'fine';
}

/** True when the operator hasn't heard of this yet, or not for a day. */
export function shouldAlert(
  state: TokenState,
  before: { state: string; alerted_at: string | null } | undefined,
  now: Date,
): boolean {
  if (state === 'fine') return false;
  if (before?.state !== state || before.alerted_at === null) return true;
  return now.getTime() - Date.parse(before.alerted_at) >= REMIND_AFTER_MS;
}
