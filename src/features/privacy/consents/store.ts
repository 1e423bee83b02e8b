import { createHash } from 'node:crypto';
import type { Statement } from '#core/db.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { statement } from '#platform/db/statement.ts';

export interface ConsentRow {
  readonly id: string;
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly identifier: string | null;
  readonly purpose: string;
  readonly text: string;
  readonly textVersion: string;
  readonly textHash: string;
  readonly channel: string;
  readonly evidence: string | null;
  readonly givenAt: string;
  readonly expiresAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

const COLUMNS = `c.id, c.contact_id as "contactId", c.person_id as "personId", c.identifier, c.purpose, c.text,
  c.text_version as "textVersion", encode(c.text_hash, 'hex') as "textHash", c.channel, c.evidence,
  c.given_at as "givenAt", c.expires_at as "expiresAt", w.withdrawn_at as "withdrawnAt", w.channel as "withdrawnBy"
  from privacy.consents c left join privacy.withdrawals w on w.tenant_id = c.tenant_id and w.consent_id = c.id`;

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export type NewConsent = Omit<ConsentRow, 'textHash' | 'withdrawnAt' | 'withdrawnBy'>;

export const insertConsent = (consent: NewConsent, now: Date): Statement =>
  statement(
    `insert into privacy.consents (id, contact_id, person_id, identifier, purpose, text, text_version, text_hash, channel,
       evidence, given_at, expires_at, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      consent.id,
      consent.contactId,
      consent.personId,
      consent.identifier,
      consent.purpose,
      consent.text,
      consent.textVersion,
      hashOf(consent.text),
      consent.channel,
      consent.evidence,
      consent.givenAt,
      consent.expiresAt,
      now,
    ],
  );

export const insertConsents = (
  consents: readonly { id: string; contactId: string; evidence: string }[],
  shared: { purpose: string; text: string; textVersion: string; channel: string; now: Date },
): Statement =>
  statement(
    `insert into privacy.consents (id, contact_id, evidence, purpose, text, text_version, text_hash, channel, given_at, recorded_at)
     select t.id, t.contact_id, t.evidence, $4, $5, $6, $7, $8, $9::timestamptz, $9::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as t (id, contact_id, evidence)`,
    [
      consents.map(({ id }) => id),
      consents.map(({ contactId }) => contactId),
      consents.map(({ evidence }) => evidence),
      shared.purpose,
      shared.text,
      shared.textVersion,
      hashOf(shared.text),
      shared.channel,
      shared.now,
    ],
  );

/** Ends the consents of these contacts whose evidence begins so: what an import wrote down, when it is taken back. */
export const withdrawByEvidence = (
  contactIds: readonly string[],
  evidence: string,
  by: { readonly channel: string; readonly note: string; readonly now: Date },
): Statement =>
  statement(
    `insert into privacy.withdrawals (id, consent_id, channel, note, withdrawn_at, recorded_at)
     select gen_random_uuid(), c.id, $3, $4, $5::timestamptz, $5::timestamptz from privacy.consents c
     where c.contact_id = any ($1::uuid[]) and left(c.evidence, length($2)) = $2
     on conflict (tenant_id, consent_id) do nothing`,
    [contactIds, evidence, by.channel, by.note, by.now],
  );

export const consentEntries: TimelineSource['entries'] = ({ ids }, before, limit) =>
  statement(
    `select * from (
       select c.given_at as at, c.id, 'consent.given' as kind,
         json_build_object('purpose', c.purpose, 'channel', c.channel, 'evidence', c.evidence) as data
         from privacy.consents c where c.contact_id = any ($1::uuid[])
       union all
       select w.withdrawn_at, w.id, 'consent.withdrawn',
         json_build_object('purpose', c.purpose, 'channel', w.channel, 'consentId', c.id)
         from privacy.consents c join privacy.withdrawals w on w.tenant_id = c.tenant_id and w.consent_id = c.id
         where c.contact_id = any ($1::uuid[])) x
     where $2::timestamptz is null or (at, id) < ($2, $3::uuid)
     order by at desc, id desc limit $4`,
    [ids, before?.at, before?.id, limit],
  );

/** The consent is the same; whoever gave it is known under another id. */
export const moveConsents = (
  from: string,
  to: string,
  only: readonly string[] | null,
): Statement<{ id: string }> =>
  statement(
    `update privacy.consents set contact_id = $2
     where contact_id = $1 and ($3::uuid[] is null or id = any ($3)) returning id`,
    [from, to, only],
  );

export const findConsent = (id: string): Statement<ConsentRow> =>
  statement(`select ${COLUMNS} where c.id = $1`, [id]);

/** Once; another withdrawal of the same consent changes nothing. */
export const insertWithdrawal = (
  withdrawal: { id: string; consentId: string; channel: string; note: string | null; at: string },
  now: Date,
): Statement =>
  statement(
    `insert into privacy.withdrawals (id, consent_id, channel, note, withdrawn_at, recorded_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, consent_id) do nothing`,
    [withdrawal.id, withdrawal.consentId, withdrawal.channel, withdrawal.note, withdrawal.at, now],
  );

/** All that a contact has agreed to and not withdrawn. */
export const openConsentsOf = (contactId: string): Statement<{ id: string }> =>
  statement(
    `select c.id from privacy.consents c
     left join privacy.withdrawals w on w.tenant_id = c.tenant_id and w.consent_id = c.id
     where c.contact_id = $1 and w.id is null order by c.id`,
    [contactId],
  );

export interface ConsentFilter {
  readonly contactId?: string | undefined;
  readonly personId?: string | undefined;
  readonly identifier?: string | undefined;
  readonly purpose?: string | undefined;
}

export const listConsents = (
  filter: ConsentFilter,
  after: string | null,
  rows: number,
): Statement<ConsentRow> =>
  statement(
    `select ${COLUMNS} where ($1::uuid is null or c.contact_id = $1) and ($2::uuid is null or c.person_id = $2)
       and ($3::text is null or c.identifier = $3) and ($4::text is null or c.purpose = $4)
       and ($5::uuid is null or c.id < $5)
     order by c.id desc limit $6`,
    [filter.contactId, filter.personId, filter.identifier, filter.purpose, after, rows],
  );

export const exportConsents = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_strip_nulls(json_build_object('purpose', purpose, 'text', text, 'textVersion', "textVersion", 'channel', channel,
       'givenAt', "givenAt", 'expiresAt', "expiresAt", 'withdrawnAt', "withdrawnAt", 'withdrawnBy', "withdrawnBy")) as data
     from (select ${COLUMNS} where c.contact_id = $1) x order by id`,
    [contactId],
  );
