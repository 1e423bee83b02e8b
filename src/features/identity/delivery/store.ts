import type { Statement } from '#core/db.ts';
import type { DeliveryStatus, MessageFailure } from '#core/messaging.ts';
import { statement } from '#platform/db/statement.ts';

/** What becomes of one-time codes; runs as role identity. */

export type Channel = 'whatsapp' | 'mail' | 'development';

export interface CodeToSend {
  readonly phone: string;
  readonly sealed: Buffer | null;
  readonly language: 'en' | 'es';
  readonly created_at: string;
  readonly expires_at: string;
  readonly channel: Channel | null;
  /** Proved mail address of the person with that number, for when WhatsApp can't. */
  readonly email: string | null;
}

export const findCodeToSend = (id: string): Statement<CodeToSend> =>
  statement(
    `select c.phone, c.sealed, c.language, c.created_at, c.expires_at, c.channel, p.email
     from identity.otp_codes c left join identity.people p on p.phone = c.phone and p.disabled_at is null
     where c.id = $1 and c.ended_at is null`,
    [id],
  );

/** The sealed code is kept only as long as another channel may still need it. */
export const markCodeSent = (
  id: string,
  sent: { channel: Channel; providerId: string | null; keepSealed: boolean },
): Statement =>
  statement(
    `update identity.otp_codes set channel = $2, provider_id = coalesce(provider_id, $3),
       delivery = case when $2 = 'whatsapp' then coalesce(delivery, 'sent') else delivery end,
       sealed = case when $4 then sealed end
     where id = $1`,
    [id, sent.channel, sent.providerId, sent.keepSealed],
  );

export const markCodeFailed = (id: string, failure: MessageFailure, keepSealed: boolean): Statement =>
  statement(
    `update identity.otp_codes set delivery = 'failed', failure = $2, sealed = case when $3 then sealed end
     where id = $1`,
    [id, failure, keepSealed],
  );

export const markUnreachable = (phone: string, now: Date): Statement =>
  statement(
    `insert into identity.unreachable_phones (phone, since) values ($1, $2)
     on conflict (phone) do update set since = excluded.since`,
    [phone, now],
  );

export const markReachable = (phone: string): Statement =>
  statement('delete from identity.unreachable_phones where phone = $1', [phone]);

export const unreachableSince = (phone: string, after: Date): Statement<{ since: string }> =>
  statement('select since from identity.unreachable_phones where phone = $1 and since > $2', [phone, after]);

export interface CodeDelivery {
  readonly id: string;
  readonly phone: string;
  readonly delivery: DeliveryStatus | null;
  readonly ended: boolean;
}

const DELIVERY = `select id, phone, delivery, ended_at is not null as ended from identity.otp_codes
  where provider_id = $1 or (provider_id is null and id = $2)`;

/** By WhatsApp's id or by our reference. */
export const findCodeDelivery = (providerId: string, id: string | null): Statement<CodeDelivery> =>
  statement(DELIVERY, [providerId, id]);

/** Locked, so that two webhook calls come one after the other. */
export const lockCodeDelivery = (providerId: string, id: string | null): Statement<CodeDelivery> =>
  statement(`${DELIVERY} for update`, [providerId, id]);

export const markCodeDelivery = (
  id: string,
  update: { providerId: string; status: DeliveryStatus; failure: MessageFailure | null },
): Statement =>
  statement(
    `update identity.otp_codes set provider_id = coalesce(provider_id, $2), delivery = $3, failure = $4,
       sealed = case when $3 in ('delivered', 'read') then null else sealed end
     where id = $1`,
    [id, update.providerId, update.status, update.failure],
  );

/** Codes that nobody used or replaced. */
export const forgetSealed = (now: Date): Statement =>
  statement('update identity.otp_codes set sealed = null where sealed is not null and expires_at < $1', [
    now,
  ]);
