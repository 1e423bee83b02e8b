import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { GROUNDS } from '#core/personal-data.ts';
import { timestamp } from '#core/schemas.ts';
import { complaintWords, KINDS } from './rules.ts';
import type { RequestRow } from './store.ts';

export const STATES = ['received', 'acknowledged', 'decided'] as const;
export const MAX_DETAILS = 5_000;
const words = z.object({ es: z.string(), en: z.string() });

export const PrivacyRequest = z
  .object({
    id: z.uuid(),
    kind: z.enum(KINDS),
    state: z.enum(STATES),
    contactId: z.uuid().nullable(),
    personId: z.uuid().nullable(),
    requesterName: z.string(),
    requesterEmail: z.string().nullable(),
    requesterPhone: z.string().nullable(),
    channel: z.string(),
    details: z.string(),
    patch: z.record(z.string(), z.unknown()).nullable().describe('rectify: the fields as they should be.'),
    receivedAt: timestamp,
    dueAt: timestamp.describe('End of the last day for the decision, in Chile.'),
    acknowledgedAt: timestamp.nullable(),
    extendedAt: timestamp.nullable(),
    extensionReason: z.string().nullable(),
    decidedAt: timestamp.nullable(),
    outcome: z.enum(['granted', 'refused']).nullable(),
    reasonCode: z.enum(GROUNDS).nullable(),
    reason: z.string().nullable(),
    complaint: words.nullable().describe('Of a refusal: where and until when to complain.'),
    result: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What carrying it out changed, feature by feature; what stays, with its ground.'),
    version: z.int(),
  })
  .meta({ id: 'PrivacyRequest' });
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

export function shown(row: RequestRow): PrivacyRequest {
  const { outcome, decidedAt } = row;
  const complaint = outcome === 'refused' && decidedAt !== null ? complaintWords(new Date(decidedAt)) : null;
  return { ...row, complaint };
}

/** As the parity tests seed it. */
export const seeded: PrivacyRequest = {
  id: EXAMPLE.requestId,
  kind: 'erase',
  state: 'received',
  contactId: EXAMPLE.contact.id,
  personId: null,
  requesterName: EXAMPLE.contact.name,
  requesterEmail: EXAMPLE.contact.email,
  requesterPhone: null,
  channel: 'email',
  details: 'Borren mis datos.',
  patch: null,
  receivedAt: EXAMPLE.tenant.createdAt,
  dueAt: '2026-04-01T02:59:59.000Z',
  acknowledgedAt: null,
  extendedAt: null,
  extensionReason: null,
  decidedAt: null,
  outcome: null,
  reasonCode: null,
  reason: null,
  complaint: null,
  result: null,
  version: 1,
};
