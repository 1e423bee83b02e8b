import type { Statement } from '#core/db.ts';
import type { Language } from '#core/errors.ts';
import type { Role } from '#core/roles.ts';
import { statement } from '#platform/db/statement.ts';
import type { Channel } from './kinds.ts';

/** Where somebody can be written to. */
export interface Reachable {
  readonly id: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: Language;
}
export interface Member extends Reachable {
  readonly role: Role | 'custom';
  readonly own: readonly string[] | null;
  readonly channel: Channel;
  readonly company: string;
}

const REACHABLE = 'p.id, p.phone, p.email, p.language';

/** Everybody who may enter the company, with their choice. As role identity. */
export const findMembers = (tenantId: string, kind: string): Statement<Member> =>
  statement(
    `select ${REACHABLE}, m.role, r.scopes as own, coalesce(c.channel, 'best') as channel, t.name as company
     from core.memberships m join core.tenants t on t.id = m.tenant_id join identity.people p on p.id = m.person_id
     left join core.roles r on r.tenant_id = m.tenant_id and r.id = m.role_id
     left join core.notification_choices c
       on c.tenant_id = m.tenant_id and c.person_id = m.person_id and c.kind = $2
     where m.tenant_id = $1 and m.disabled_at is null and p.disabled_at is null order by p.id`,
    [tenantId, kind],
  );

/** As role identity. */
export const findPeople = (ids: readonly string[]): Statement<Reachable> =>
  statement(
    `select ${REACHABLE} from identity.people p where p.id = any ($1::uuid[]) and p.disabled_at is null order by p.id`,
    [ids],
  );

/** Where the caller can be written to; nothing for a program. As role app. */
export const findOwnWays = (
  personId: string | null,
): Statement<{ phone: string | null; email: string | null }> =>
  statement('select phone, email from core.tenant_people() where id = $1', [personId]);

export const listChoices = (personId: string | null): Statement<{ kind: string; channel: Channel }> =>
  statement('select kind, channel from core.notification_choices where person_id = $1', [personId]);

export const putChoice = (personId: string, kind: string, channel: Channel, now: Date): Statement =>
  statement(
    `insert into core.notification_choices (person_id, kind, channel, updated_at) values ($1, $2, $3, $4)
     on conflict (tenant_id, person_id, kind) do update set channel = excluded.channel, updated_at = excluded.updated_at`,
    [personId, kind, channel, now],
  );

/** As role identity, which may do so in every company. */
export const eraseChoices = (personId: string): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from core.notification_choices where person_id = $1 returning 1) select count(*)::int as n from gone`,
    [personId],
  );

/** As role identity. */
export const exportChoices = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('company', t.name, 'notification', c.kind, 'channel', c.channel, 'since', c.updated_at) as data
     from core.notification_choices c join core.tenants t on t.id = c.tenant_id where c.person_id = $1`,
    [personId],
  );
