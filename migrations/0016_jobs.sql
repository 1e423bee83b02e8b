-- Jobs for people, and traces that outlive a process.
--
-- The queue's schema belongs to smarteros_relay and is made after the migrations, so these functions name its tables
-- without looking at them. What they may touch there, migrate.ts grants to smarteros_owner.

alter table core.events add column trace text;
comment on column core.events.trace is
  'W3C traceparent of the act, so that the jobs that react to it belong to its trace; null without tracing.';

create function core.find_jobs(job bigint, named text, wanted text, before bigint, most integer)
  returns table (id bigint, tenant_id uuid, name text, state text, event_id uuid, attempts integer, max_attempts integer,
    run_at timestamptz, locked_at timestamptz, created_at timestamptz, last_error text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- As text, which is what the queue's index is of.
  mine constant text := core.tenant_id()::text;
  everybodys constant boolean := session_user = 'smarteros_operator';
begin
  return query
  select j.id, (j.payload->>'tenantId')::uuid, t.identifier, s.state, (j.payload->>'eventId')::uuid,
    j.attempts::integer, coalesce((j.flags->>'cancelled')::integer, j.max_attempts::integer),
    j.run_at, j.locked_at, j.created_at, j.last_error
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  cross join lateral (select case
      when j.locked_at is not null then case when j.flags ? 'cancelled' then 'cancelling' else 'running' end
      when j.attempts < j.max_attempts then 'waiting'
      when j.flags ? 'cancelled' then 'cancelled' else 'failed' end as state) s
  where (everybodys or j.payload->>'tenantId' = mine)
    and (job is null or j.id = job) and (before is null or j.id < before)
    and (named is null or t.identifier = named) and (wanted is null or s.state = wanted)
  order by j.id desc limit most;
end $$;
comment on function core.find_jobs(bigint, text, text, bigint, integer) is
  'Jobs of this transaction''s company, newest first; all companies'' for the operator. Payloads hold only ids.';
grant execute on function core.find_jobs(bigint, text, text, bigint, integer) to smarteros_app, smarteros_operator;

create function core.retry_jobs(job bigint, named text, at timestamptz, most integer)
  returns table (id bigint, tenant_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine constant text := core.tenant_id()::text;
  everybodys constant boolean := session_user = 'smarteros_operator';
begin
  return query
  with dead as materialized (
    select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where (everybodys or j.payload->>'tenantId' = mine) and not j.is_available and j.locked_at is null
      and (job is null or j.id = job) and (named is null or t.identifier = named)
      -- Together only those that failed: what somebody cancelled stays cancelled.
      and (job is not null or not coalesce(j.flags ? 'cancelled', false))
    order by j.id limit most for update of j skip locked)
  update graphile_worker._private_jobs j set
    attempts = 0, max_attempts = coalesce((j.flags->>'cancelled')::smallint, j.max_attempts), flags = null,
    run_at = at, updated_at = at
  from dead where j.id = dead.id
  returning j.id, (j.payload->>'tenantId')::uuid;
end $$;
comment on function core.retry_jobs(bigint, text, timestamptz, integer) is
  'Gives jobs of this transaction''s company (all companies'' for the operator) that were given up all their attempts again.';
grant execute on function core.retry_jobs(bigint, text, timestamptz, integer) to smarteros_app, smarteros_operator;

create function core.cancel_job(job bigint, at timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine constant text := core.tenant_id()::text;
  everybodys constant boolean := session_user = 'smarteros_operator';
  cancelled bigint;
begin
  -- No attempt is left, for whoever runs it now as well; how many there were is kept for a retry.
  update graphile_worker._private_jobs j set
    flags = jsonb_build_object('cancelled', j.max_attempts), updated_at = at,
    attempts = case when j.locked_at is null then j.max_attempts else j.attempts end,
    max_attempts = case when j.locked_at is null then j.max_attempts else greatest(j.attempts, 1::smallint) end
  where j.id = job and (everybodys or j.payload->>'tenantId' = mine)
    and (j.is_available or j.locked_at is not null) and not coalesce(j.flags ? 'cancelled', false)
  returning j.id into cancelled;
  return cancelled;
end $$;
comment on function core.cancel_job(bigint, timestamptz) is
  'Cancels a waiting or running job of this transaction''s company (of any for the operator); null when there is none.';
grant execute on function core.cancel_job(bigint, timestamptz) to smarteros_app, smarteros_operator;

create function core.drop_jobs(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone integer;
begin
  with old as (
    select j.id from graphile_worker._private_jobs j
    where not j.is_available and j.locked_at is null and greatest(j.run_at, j.updated_at) < before
    limit most for update skip locked)
  delete from graphile_worker._private_jobs j using old where j.id = old.id;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function core.drop_jobs(timestamptz, integer) is
  'Drops jobs of all companies that were given up or cancelled before that time; answers how many.';
grant execute on function core.drop_jobs(timestamptz, integer) to smarteros_operator;

create function core.last_turns() returns table (task text, at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select c.identifier, c.last_execution from graphile_worker._private_known_crontabs c;
end $$;
comment on function core.last_turns() is 'When each schedule last had its turn; schedules are the platform''s, not a company''s.';
grant execute on function core.last_turns() to smarteros_app, smarteros_operator;
