/**
 * `POST /contacts` with search terms, audit row, event and a stored answer under an idempotency key of its own keeps at
 * least half the rate of a bare Fastify route that inserts one row of one tenant, with the same body, and answers with it.
 */
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Statement } from '#core/db.ts';
import { fields } from '#features/contacts/schema.ts';
import { systemClock } from '#platform/clock.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { serveApi } from './lib/api.ts';
import { type BareData, serveBare } from './lib/bare.ts';
import { createDatabase } from './lib/database.ts';
import { httpText } from './lib/load.ts';
import { person } from './lib/people.ts';
import { claim, ratio, runContest, sayRounds } from './lib/rounds.ts';
import { type BenchTenant, seed } from './lib/seed.ts';
import { served, type Side, startSide } from './lib/side.ts';

const TENANTS = 100;
const ROWS = 100_000;
const CONNECTIONS = 40;
const ROUNDS = 9;
const SECONDS = 3;
const WARM_SECONDS = 12;

const Body = z.strictObject({
  name: fields.name,
  email: fields.email.optional(),
  phone: fields.phone.optional(),
  taxId: fields.taxId.optional(),
  tags: fields.tags.default([]),
});
type Contact = z.infer<typeof Body> & { id: string; createdAt: string; version: number };

const insertRow = (contact: Contact): Statement<Contact> => ({
  sql: `insert into app.contacts (id, name, email, phone, tax_id, tags, created_at, updated_at, version)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
    returning id, name, email, phone, tax_id as "taxId", tags, created_at as "createdAt", version`,
  values: [
    contact.id,
    contact.name,
    contact.email,
    contact.phone,
    contact.taxId,
    contact.tags,
    contact.createdAt,
    contact.version,
  ],
});

function registerBareCreate(
  app: FastifyInstance,
  pool: Pool,
  byToken: ReadonlyMap<string, BenchTenant>,
): void {
  const ajv = new Ajv2020({ useDefaults: true, strict: false });
  formats.default(ajv);
  const check = ajv.compile(z.toJSONSchema(Body, { io: 'input', target: 'draft-2020-12' }));
  app.post('/contacts', async (request, reply) => {
    const tenant = byToken.get(request.headers.authorization!)!;
    if (!check(request.body)) return reply.code(400).send();
    const createdAt = systemClock.now().toISOString();
    const contact = {
      id: systemClock.id(),
      ...(request.body as z.infer<typeof Body>),
      createdAt,
      version: 1,
    };
    const [, [row]] = await pool.batch([
      enter(tenant.id, { kind: 'key', id: tenant.keyId }),
      insertRow(contact),
    ]);
    return reply
      .code(201)
      .header('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify(row));
  });
}

let asked = 0;

/** A new contact, under a key that was never used before. */
function nextRequest(tenants: readonly BenchTenant[]): string {
  const n = (asked += 1);
  const headers = {
    authorization: `Bearer ${tenants[n % tenants.length]!.key}`,
    'content-type': 'application/json',
    'idempotency-key': `bench-${n}`,
  };
  return httpText('POST', '/contacts', headers, JSON.stringify(person(n)));
}

async function checkAnswer(side: Side, text: string): Promise<void> {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': ') as [string, string])
      .filter(([name]) => name !== 'content-length' && name !== 'host'),
  );
  const answer = await fetch(`http://127.0.0.1:${side.port}/contacts`, { method: 'POST', headers, body });
  const contact = (await answer.json()) as Contact;
  assert.equal(answer.status, 201, JSON.stringify(contact));
  assert.equal(contact.name, JSON.parse(body).name);
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: ROWS });
  const { url, home } = database;
  const api = await startSide(import.meta.filename, 'api', { home, data: { url, home } });
  const bare = await startSide(import.meta.filename, 'bare', { home, data: { url, tenants } });
  for (const side of [api, bare]) await checkAnswer(side, nextRequest(tenants));
  const results = await runContest({
    sides: [api, bare],
    rounds: ROUNDS,
    seconds: SECONDS,
    warmSeconds: WARM_SECONDS,
    databasePid: database.pid,
    load: () => ({ connections: CONNECTIONS, request: () => nextRequest(tenants) }),
  });
  for (const side of [api, bare]) await side.stop();
  const [counted] = await database.admin<Record<'contacts' | 'audit' | 'events' | 'keys', number>>(
    `select (select count(*)::integer from app.contacts) - $1::integer as contacts,
       (select count(*)::integer from core.audit where tenant_id = any ($2)) as audit,
       (select count(*)::integer from core.events where tenant_id = any ($2)) as events,
       (select count(*)::integer from core.idempotency where tenant_id = any ($2)) as keys`,
    [ROWS, tenants.map(({ id }) => id)],
  );
  assert.ok(counted!.audit > 0 && counted!.audit === counted!.events && counted!.audit === counted!.keys);

  console.log(
    `${TENANTS} tenants, ${CONNECTIONS} connections; medians of ${ROUNDS} interleaved rounds, CPU the least of them`,
  );
  for (const [name, rounds] of results) sayRounds(name, rounds);
  const rates = (name: string): number[] => results.get(name)!.map((round) => round.perSecond);
  claim('api ÷ bare', ratio(rates('api'), rates('bare')), { atLeast: 0.5 });
}

const mine = served<BareData & { home: string }>();
if (mine?.name === 'api') await serveApi(mine.data);
else if (mine?.name === 'bare') await serveBare(mine.data, registerBareCreate);
else await main();
