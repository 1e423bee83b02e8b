import type { Statement } from '#core/db.ts';
import type { TimelineEntry, TimelineSource } from '#core/timeline.ts';
import { statement } from '#platform/db/statement.ts';

/** The contact that an id leads to, and all ids that lead there. */
export const subjectOf = (id: string): Statement<{ id: string; phone: string | null; ids: string[] }> =>
  statement(
    `with recursive way (id, steps) as (
       select $1::uuid, 0
       union all
       select m.into_id, w.steps + 1 from way w join app.merged_contacts m on m.contact_id = w.id where w.steps < 100),
     found as (select id, phone from app.contacts where id in (select id from way)),
     parts (id, steps) as (
       select id, 0 from found
       union all
       select m.contact_id, p.steps + 1 from parts p join app.merged_contacts m on m.into_id = p.id where p.steps < 100)
     select id, phone, (select array_agg(distinct parts.id) from parts) as ids from found`,
    [id],
  );

type Entries = TimelineSource['entries'];

export const bookEntries: Entries = ({ ids }, before, limit): Statement<TimelineEntry> =>
  statement(
    `select * from (
       select created_at as at, id, 'contact.created' as kind, json_build_object('id', id) as data
         from app.contacts where id = any ($1::uuid[])
       union all
       select created_at, id, 'contact.message_received', json_build_object('message', message, 'formId', form_id)
         from app.form_messages where contact_id = any ($1::uuid[])
       union all
       select merged_at, id, 'contact.merged', json_build_object('mergeId', id, 'undoneAt', undone_at, 'by', merged_by)
         from app.merges where contact_id = any ($1::uuid[])) x
     where $2::timestamptz is null or (at, id) < ($2, $3::uuid)
     order by at desc, id desc limit $4`,
    [ids, before?.at, before?.id, limit],
  );
