import type pg from 'pg';

/** What stays whatever happens: heartbeats, and keys that a process has in memory as well. */
const STAYS = "'core.workers', 'identity.signing_keys'";
const TABLES = `select c.oid::regclass::text as name from pg_class c
  where c.relkind = 'r' and (c.relnamespace::regnamespace::text in ('core', 'app', 'identity', 'privacy')
      and c.oid::regclass::text not in (${STAYS})
    or c.oid = 'graphile_worker._private_jobs'::regclass)`;

/** Keeps a copy of all rows, as temporary tables of this connection, and notes from now on which tables are written to. */
export async function keepRows(admin: pg.Client): Promise<void> {
  await admin.query(`
    create schema if not exists test;
    create table if not exists test.dirty (name text not null);
    create or replace function test.mark() returns trigger
      language plpgsql security definer set search_path = pg_catalog, pg_temp as
      $$ begin insert into test.dirty values (tg_argv[0]); return null; end $$;
    do $$ declare target text; begin
      for target in ${TABLES} loop
        execute format('create temporary table %I as table %s', target, target);
        execute format('create or replace trigger test_mark after insert or update or delete on %s
          for each statement execute function test.mark(%L)', target, target);
      end loop;
    end $$;
    delete from test.dirty`);
}

/** Brings the tables that were written to since back to those rows: a fraction of what writing them all anew takes. */
export async function bringRowsBack(admin: pg.Client): Promise<void> {
  await admin.query(`
    do $$ declare target text; columns text; begin
      perform set_config('session_replication_role', 'replica', true);
      for target in with gone as (delete from test.dirty returning name) select distinct name from gone loop
        select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
        where attrelid = target::regclass and attnum > 0 and not attisdropped and attgenerated = '';
        execute format('delete from %s', target);
        execute format('insert into %s (%s) overriding system value select %s from pg_temp.%I',
          target, columns, columns, target);
      end loop;
    end $$`);
}
