import { hash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { KEY_PREFIX } from '#features/keys/index.ts';
import { ascendingIds } from '#platform/clock.ts';
import type { BenchDatabase } from './database.ts';
import type { BenchTenant } from './seed.ts';

/**
 * Books of many companies, as uneven as they are: of each thousand two hold a fifth of all rows. The thousand repeats, so
 * that a larger database has more companies and not other ones.
 */
const THOUSAND: readonly (readonly [companies: number, contacts: number])[] = [
  [2, 100_000],
  [18, 10_000],
  [180, 2_000],
  [800, 325],
];

export interface Company extends BenchTenant {
  readonly number: number;
  readonly size: number;
}

export interface BookContact {
  readonly id: string;
  /** What somebody types who looks for it. */
  readonly words: string;
  readonly email: string;
  readonly phone: string;
}

/** Three years up to a fixed day: all companies at once, each at its own pace, so that neighbours on disk are strangers. */
const SPAN_MS = 3 * 365 * 86_400_000;
const ids = ascendingIds();
const newId = (): string => ids(Date.now());
const BEGIN_MS = Date.UTC(2023, 9, 1);

const FIRST = [
  'Ana',
  'Luis',
  'María',
  'Pedro',
  'Camila',
  'Diego',
  'Ximena',
  'Andrés',
  'Sofía',
  'Ignacio',
  'Paz',
  'José',
  'Antonia',
  'Martín',
  'Isidora',
  'Benjamín',
  'Florencia',
  'Vicente',
  'Josefa',
  'Matías',
  'Carmen',
  'Raúl',
  'Elena',
];
const LAST = [
  'Pérez',
  'Soto',
  'Muñoz',
  'Rojas',
  'Díaz',
  'Silva',
  'Contreras',
  'Araya',
  'Núñez',
  'Fuentes',
  'Vera',
  'Tapia',
  'Lagos',
  'González',
  'Sepúlveda',
  'Morales',
  'Rodríguez',
  'López',
  'Fernández',
  'Castillo',
  'Torres',
  'Reyes',
  'Gutiérrez',
  'Castro',
  'Vargas',
  'Álvarez',
  'Vásquez',
  'Sánchez',
  'Cortés',
  'Espinoza',
  'Carrasco',
];

/** Any other hundred of them is alike: they come by a stride. */
function sizeOf(number: number): number {
  let place = (number * 389) % 1_000;
  for (const [companies, contacts] of THOUSAND) {
    if (place < companies) return contacts;
    place -= companies;
  }
  throw new Error('a thousand has more than a thousand');
}
const stepOf = (size: number): number => Math.floor(SPAN_MS / size);
const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Near its `place`-th contact one that has a mail and a phone, as `INSERT_CONTACTS` makes it. */
export function contactNear({ number, size }: Company, place: number): BookContact {
  const k = place - (place % 15) + 1;
  const step = stepOf(size);
  const time = (BEGIN_MS + k * step + ((number * 7919) % step)).toString(16).padStart(12, '0');
  const tail = hash('md5', `${number}.${k}`);
  const first = FIRST[(k + number) % FIRST.length]!;
  const last = LAST[(k * 7 + number) % LAST.length]!;
  return {
    id: `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(4, 7)}-${tail.slice(7, 19)}`,
    words: fold(`${first} ${last}`),
    email: `persona${k}.${number}@example.com`,
    phone: `+569${String((number * 1_000_003 + k * 7919) % 100_000_000).padStart(8, '0')}`,
  };
}

const array = (list: readonly string[]): string => `array[${list.map((one) => `'${one}'`).join(',')}]`;
const any = (list: readonly string[], index: string): string =>
  `(${array(list)})[1 + (${index}) % ${list.length}]`;

const UUID = (salt: string): string =>
  `(time || '7' || substr(md5(${salt}), 1, 3) || '8' || substr(md5(${salt}), 5, 15))::uuid`;

/** In the order of time, as acts would have written them. */
const INSERT_CONTACTS = `
  insert into app.contacts (tenant_id, id, name, email, phone, tax_id, tags, created_at, updated_at)
  select tenant_id, ${UUID(`number || '.' || k`)},
    ${any(FIRST, 'k + number')} || ' ' || ${any(LAST, 'k * 7 + number')} || ' ' || ${any(LAST, 'k * 7 + number + 1 + k % 30')},
    case when k % 5 > 0 then 'persona' || k || '.' || number || '@example.com' end,
    case when k % 3 > 0 then '+569' || lpad(((number * 1000003 + k * 7919) % 100000000)::text, 8, '0') end,
    case when k % 4 > 0 then (5000000 + (number * 100003 + k) % 20000000) || '-' || k % 10 end,
    case k % 4 when 0 then '{}' when 1 then '{cliente}' else '{cliente,vip}' end::text[], at, at
  from (
    select tenant_id, number, k, to_timestamp(ms / 1000.0) as at, lpad(to_hex(ms), 12, '0') as time
    from bench_companies, generate_series(0, size - 1) as k,
      lateral (select ${BEGIN_MS} + k * step + number * 7919 % step as ms) as t
    order by ms) as acts`;

/** As features/contacts/rules.ts makes them. */
const INSERT_TERMS = `
  insert into app.contact_terms (tenant_id, term, contact_id)
  select tenant_id, term, id from app.contacts, unnest(
    string_to_array(translate(lower(name), 'Ááéíóúüñ', 'aaeiouun'), ' ')
      || array[email, substr(phone, 2), replace(tax_id, '-', '')]
      || case cardinality(tags) when 0 then '{}' when 1 then '{#cliente}' else '{#cliente,#vip}' end::text[]) as term
  where term is not null`;

/** Each creation's audit row, sealed, and its event, published. */
const INSERT_AUDIT = `
  insert into core.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id,
    number, hash)
  select c.tenant_id, c.id, created_at, 'key', b.key_id, 'bench', 'contact.created', 'contacts.create', c.id::text,
    left(md5(c.id::text), 20), row_number() over (partition by c.tenant_id order by c.id), sha256(uuid_send(c.id))
  from app.contacts c join bench_companies b on b.tenant_id = c.tenant_id order by created_at`;
const INSERT_EVENTS = `
  insert into core.events (tenant_id, id, position, name, version, data, occurred_at)
  select tenant_id, id, nextval('core.event_position'), 'contact.created', 1,
    json_build_object('id', id, 'version', 1), created_at
  from (select * from app.contacts order by created_at) as c`;

const TABLES = ['app.contacts', 'app.contact_terms', 'core.audit', 'core.events'];
const finish = (table: string): string[] => [`reindex table ${table}`, `vacuum (analyze) ${table}`];

/**
 * What takes the time is ten million rows into an index one by one: indexes come last, as they do in a restore. Each list
 * goes over a connection of its own; the terms take as long as all the rest.
 */
const PAUSE_INDEXES = `update pg_index set indisready = false, indisvalid = false
  where indrelid = any ('{${TABLES.join(',')}}'::regclass[])`;
const FILL = [
  [PAUSE_INDEXES, INSERT_CONTACTS],
  [INSERT_TERMS, ...finish('app.contact_terms')],
  [INSERT_AUDIT, INSERT_EVENTS, ...['app.contacts', 'core.audit', 'core.events'].flatMap(finish)],
  ['drop table bench_companies', 'vacuum (analyze)', 'checkpoint'],
] as const;
const FILL_SETTINGS = `set work_mem = '1GB'; set maintenance_work_mem = '1GB'; set synchronous_commit = off`;

async function fill(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(FILL_SETTINGS);
  for (const sql of statements) await client.query(sql);
  await client.end();
}

/** Companies with a key of all scopes each, and a thousand contacts on average, with their terms, audit and events. */
export async function seedBooks(database: BenchDatabase, tenants: number): Promise<Company[]> {
  const companies = Array.from({ length: tenants }, (_, number): Company => {
    const key = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
    return { id: newId(), keyId: newId(), key, number, size: sizeOf(number) };
  });
  await database.admin(`create table bench_companies
    (tenant_id uuid, number bigint, size bigint, step bigint, key_id uuid, hash text)`);
  await database.admin(
    `insert into bench_companies select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::uuid[], $6::text[])`,
    [
      companies.map(({ id }) => id),
      companies.map(({ number }) => number),
      companies.map(({ size }) => size),
      companies.map(({ size }) => stepOf(size)),
      companies.map(({ keyId }) => keyId),
      companies.map(({ key }) => hash('sha256', key)),
    ],
  );
  await database.admin(`
    insert into core.tenants (id, country, tax_id, slug, name, created_at, updated_at)
    select tenant_id, 'CL', 'bench-' || number, 'bench-' || number, 'Tenant ' || number, now(), now() from bench_companies;
    insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at)
    select tenant_id, key_id, 'bench', 'bench', decode(hash, 'hex'), '{*}', now() from bench_companies`);
  const [contacts, terms, records, end] = FILL;
  await fill(database.url, contacts);
  await Promise.all([fill(database.url, terms), fill(database.url, records)]);
  await fill(database.url, end);
  return companies;
}
