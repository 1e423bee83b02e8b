/**
 * A read's p99 at 10,000 tenants and 10M contacts is at most 1.2 times what it is at 1,000 tenants and 1M contacts.
 */
import assert from 'node:assert/strict';
import { encodeCursor } from '#core/pagination.ts';
import { serveApi } from './lib/api.ts';
import { type BookContact, type Company, contactNear, seedBooks } from './lib/book.ts';
import { createDatabase } from './lib/database.ts';
import { httpText } from './lib/load.ts';
import { claim, median, ratio, type Round, runContest, say } from './lib/rounds.ts';
import { served, type Side, startSide } from './lib/side.ts';

const TENANTS = Number(process.env['BENCH_TENANTS'] ?? 1_000);
const TIMES = 10;
const CONNECTIONS = 20;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const MIX_ROUNDS = ROUNDS * 2;
const SECONDS = 3;
const WARM_SECONDS = 12;
/** As many on both sides: what they read fits into either's buffers. */
const HOT_TENANTS = 100;
/** Contacts of each that they read. */
const HOT_CONTACTS = 100;
const LIMIT = 1.2;

const random = (below: number): number => Math.floor(Math.random() * below);
const list = (query: Record<string, string>): string => `/contacts?${new URLSearchParams(query).toString()}`;

/** Of one contact somewhere in a book. A page may begin anywhere in it. */
const READS: Readonly<Record<string, (contact: BookContact) => string>> = {
  get: ({ id }) => `/contacts/${id}`,
  'first page': () => '/contacts',
  'next page': ({ id }) => list({ cursor: encodeCursor(id) }),
  'two words': ({ words }) => list({ q: words }),
  'by tag': () => list({ tag: 'vip' }),
  'by mail': ({ email }) => list({ q: email }),
  'by phone': ({ phone }) => list({ q: phone }),
};
const KINDS = Object.values(READS);

/** Which companies are asked, and for how many of their contacts. */
interface Asked {
  readonly companies: readonly Company[];
  readonly contacts: number;
}

function requestOf({ companies, contacts }: Asked, pathOf: (contact: BookContact) => string): string {
  const company = companies[random(companies.length)]!;
  const contact = contactNear(company, random(Math.min(company.size, contacts)));
  return httpText('GET', pathOf(contact), { authorization: `Bearer ${company.key}` });
}

interface SeededSide {
  readonly side: Side;
  readonly companies: readonly Company[];
  readonly databasePid: number;
}

/** Both sides must give the same pages of the same books, and find what they look for. */
async function checkAnswers(sides: readonly SeededSide[]): Promise<void> {
  for (const [kind, pathOf] of Object.entries(READS)) {
    for (const number of [0, 1, TENANTS - 1]) {
      const answers = await Promise.all(
        sides.map(async ({ side, companies }) => {
          const company = companies[number]!;
          const contact = contactNear(company, company.size >> 1);
          const answer = await fetch(`http://127.0.0.1:${side.port}${pathOf(contact)}`, {
            headers: { authorization: `Bearer ${company.key}` },
          });
          const text = await answer.text();
          assert.equal(answer.status, 200, text);
          if (kind.startsWith('by ') || kind === 'two words') assert.match(text, /"id":/, `${kind}: ${text}`);
          if (kind === 'get' || kind === 'by mail') assert.ok(text.includes(contact.id), text);
          return text;
        }),
      );
      assert.equal(new Set(answers).size, 1, `${kind} of company ${number} differs`);
    }
  }
}

async function main(): Promise<void> {
  const sides: SeededSide[] = [];
  for (const tenants of [TENANTS, TENANTS * TIMES]) {
    // Each has a cluster, and so buffers, of its own, as installations have: neither pushes the other's pages out.
    const database = await createDatabase();
    const begin = performance.now();
    const companies = await seedBooks(database, tenants);
    say(`${tenants} tenants seeded in`, (performance.now() - begin) / 1000, 's');
    const { url, home } = database;
    const side = await startSide(import.meta.filename, `${tenants} tenants`, { home, data: { url, home } });
    sides.push({ side, companies, databasePid: database.pid });
  }
  await checkAnswers(sides);

  const seeded = new Map(sides.map((one) => [one.side, one]));
  const contest = (rounds: number, hot: boolean, next: (asked: Asked) => string) =>
    runContest({
      sides: sides.map(({ side }) => side),
      rounds,
      seconds: SECONDS,
      warmSeconds: WARM_SECONDS,
      databasePid: (side) => seeded.get(side)!.databasePid,
      load: (side) => {
        const all = seeded.get(side)!.companies;
        const asked = hot
          ? { companies: all.slice(0, HOT_TENANTS), contacts: HOT_CONTACTS }
          : { companies: all, contacts: Infinity };
        return { connections: CONNECTIONS, request: () => next(asked) };
      },
    });
  const report = (what: string, results: ReadonlyMap<string, Round[]>): number => {
    const [small, large] = [...results.values()] as [Round[], Round[]];
    const p99s = (rounds: readonly Round[]): number[] => rounds.map(({ p99 }) => p99);
    const p50s = (rounds: readonly Round[]): number[] => rounds.map(({ p50 }) => p50);
    for (const [name, rounds] of results) {
      say(`${what}, ${name}: p50`, median(p50s(rounds)), 'ms');
      say(`${what}, ${name}: p99`, median(p99s(rounds)), 'ms');
    }
    return ratio(p99s(large), p99s(small));
  };

  console.log(`${CONNECTIONS} connections, companies at random; medians of ${ROUNDS} interleaved rounds`);
  for (const [kind, pathOf] of Object.entries(READS)) {
    const results = await contest(ROUNDS, false, (asked) => requestOf(asked, pathOf));
    say(`${kind}: p99 ÷ p99`, report(kind, results));
  }
  const mixed = (asked: Asked): string => requestOf(asked, KINDS[random(KINDS.length)]!);
  say('hot mix: p99 ÷ p99', report('hot mix', await contest(ROUNDS, true, mixed)));
  const cold = await contest(MIX_ROUNDS, false, mixed);
  claim('mix: p99 ÷ p99', report('mix', cold), { atMost: LIMIT });
  for (const { side } of sides) await side.stop();
}

const mine = served<{ url: string; home: string }>();
if (mine) await serveApi(mine.data);
else await main();
