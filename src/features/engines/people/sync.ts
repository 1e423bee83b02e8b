import { createHash } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { Member, PeopleDefinition } from '#core/engine-people.ts';
import type { StepCtx, Wanted } from '#core/engine.ts';
import { ERRORS, toAppError, type AppError } from '#core/errors.ts';
import { enginePersonChanged } from '#features/engines/events.ts';
import {
  beginPerson,
  endPerson,
  failPerson,
  listPeople,
  peopleIn,
  type EnginePerson,
  type PersonRow,
} from './store.ts';

/** Of an engine that doesn't answer, or not us: the next person would fare no better. */
const FOR_ALL: ReadonlySet<string> = new Set([
  'engine_unreachable',
  'engine_rejected_credentials',
  'engine_rate_limited',
  'unavailable',
]);
/** Of an engine that made nobody. */
const REFUSED: ReadonlySet<string> = new Set([
  'engine_invalid',
  'engine_conflict',
  'engine_forbidden',
  'engine_unsupported',
]);
/** A host that mail addresses can have. */
const DOMAIN = /^(?=.*[a-z])[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** As engines are to know somebody. `publicUrl` gives the domain of addresses for those who have none. */
export function toMember(person: PersonRow, publicUrl: string): Member {
  const { hostname } = new URL(publicUrl);
  const { id: ugid, phone, email, language, role } = person;
  const login = email ?? `${ugid}@people.${DOMAIN.test(hostname) ? hostname : 'smarteros.invalid'}`;
  return {
    ugid,
    name: person.name ?? login,
    phone,
    email,
    login,
    role: role === 'custom' ? 'member' : role,
    language,
  };
}

function hashOf({ name, phone, email, login, role, language }: Member, stamp: string | undefined): string {
  const all = [name, phone, email, login, role, language, ...(stamp === undefined ? [] : [stamp])];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

interface Sync {
  readonly ctx: Ctx;
  readonly engine: string;
  readonly people: PeopleDefinition;
  readonly wanted: Wanted;
  readonly publicUrl: string;
  /** As `people` says it of the company's way to the engine. */
  readonly stamp: string | undefined;
  /** A fresh context of one call of the engine. */
  readonly call: () => StepCtx;
  /** Writes as the holder of the lease. */
  readonly write: (statements: readonly Statement[]) => Promise<unknown>;
}

/**
 * Brings a company's people to what they are to be in an engine: first those out who left, then the others, one by one.
 * Whoever fails is tried again with the engine, and holds nobody up.
 * @returns the first failure
 */
export async function syncPeople(sync: Sync): Promise<AppError | undefined> {
  const { ctx, engine, wanted, publicUrl, stamp } = sync;
  const [all, rows] = await ctx.db.batch([listPeople, peopleIn(engine)]);
  const known = new Map(rows.map((row) => [row.personId, row]));
  const here = new Map(all.map((person) => [person.id, person]));
  const leave = rows.filter(
    (row) => !here.get(row.personId)?.member && (row.wanted === 'present' || row.status !== 'done'),
  );
  const come = wanted === 'present' ? all.filter(({ member }) => member) : [];
  const acts: (() => Promise<AppError | undefined>)[] = [
    ...leave.map((row) => () => shutOut(sync, row, here.get(row.personId))),
    ...come.flatMap((person) => {
      const member = toMember(person, publicUrl);
      const row = known.get(person.id);
      const hash = hashOf(member, stamp);
      const settled = row?.wanted === 'present' && row.status === 'done' && row.applied === hash;
      return settled ? [] : [() => letIn(sync, member, row, hash)];
    }),
  ];
  let first: AppError | undefined;
  for (const act of acts) {
    const failure = await act();
    first ??= failure;
    if (failure && FOR_ALL.has(failure.code)) break;
  }
  return first;
}

function letIn(
  sync: Sync,
  member: Member,
  row: EnginePerson | undefined,
  hash: string,
): Promise<AppError | undefined> {
  return attempt(sync, member.ugid, 'present', async () => ({
    engineId: await sync.people.put(sync.call(), member, row?.engineId ?? null),
    applied: hash,
  }));
}

function shutOut(
  sync: Sync,
  row: EnginePerson,
  person: PersonRow | undefined,
): Promise<AppError | undefined> {
  const { people, call, publicUrl } = sync;
  return attempt(sync, row.personId, 'disabled', async () => {
    let { engineId } = row;
    // Begun, and nobody knows whether it was done: the engine finds them, or makes them for a moment.
    const uncertain = row.status !== 'done' && !REFUSED.has(row.errorCode ?? '');
    if (engineId === null && row.applied === null && uncertain && person)
      engineId = await people.put(call(), toMember(person, publicUrl), null);
    if (engineId !== null) await people.disable(call(), engineId);
    return { engineId, applied: row.applied };
  });
}

async function attempt(
  { ctx, engine, write }: Sync,
  person: string,
  wanted: 'present' | 'disabled',
  act: () => Promise<{ engineId: string | null; applied: string | null }>,
): Promise<AppError | undefined> {
  await write([beginPerson(engine, person, wanted, ctx.clock.now())]);
  try {
    const done = await act();
    ctx.emit(enginePersonChanged, { engine, person, status: wanted });
    await write([endPerson(engine, person, done, ctx.clock.now())]);
    return undefined;
  } catch (error) {
    const known = toAppError(error);
    if (ctx.signal.aborted || !known.code.startsWith('engine_')) throw error;
    const words = known.options.detail ?? ERRORS[known.code].title;
    ctx.log.warn({ err: error, engine, person }, 'somebody could not be brought to an engine');
    await write([failPerson(engine, person, { code: known.code, words })]);
    return known;
  }
}
