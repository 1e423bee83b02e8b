import type { Ctx } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { ContactsDefinition, EngineContact } from '#core/engine-contacts.ts';
import type { EngineCtx } from '#core/engine.ts';
import { toAppError, type AppError, type ErrorCode } from '#core/errors.ts';
import { findContacts, findMerged, matchTerm, toContact, type Contact } from '#features/contacts/index.ts';
import { printsOf, readContact, samePrints } from './fields.ts';
import { takeAll, valuesOf } from './inbound.ts';
import { ALL_UNSENT } from './merge.ts';
import {
  dropLink,
  freeDuplicates,
  holdersOf,
  linksOfContacts,
  linksOfEngineIds,
  putLink,
  type LinkRow,
  type LinkState,
} from './store.ts';

/** Contacts that one engine is asked about at a time. */
const AT_A_TIME = 4;
/** Contacts whose outcomes are written together. */
const SLICE = 20;
const DAY_MS = 24 * 3_600_000;
const FIRST_RETRY_MS = 60_000;
const MAX_ATTEMPTS = 12;

/** Troubles of the way to the engine, not of one contact: the rest waits as well. */
const OF_THE_WAY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'engine_unreachable',
  'engine_outcome_unknown',
  'engine_rate_limited',
  'engine_rejected_credentials',
  'engine_not_connected',
  'engine_not_ready',
  'unavailable',
]);

export interface Target {
  readonly engine: string;
  readonly contacts: ContactsDefinition;
  /** Of one request; `changes` says that it may leave something behind there. */
  readonly call: (changes: boolean) => EngineCtx;
}

interface Job {
  readonly id: string;
  readonly contact: Contact | undefined;
  readonly blocked: boolean;
  readonly link: LinkRow | undefined;
}

/** What became of one contact, to be written down. */
type Outcome = { readonly link: LinkState } | { readonly drop: string };

async function load(ctx: Ctx, engine: string, ids: readonly string[]): Promise<Job[]> {
  const [rows, links] = await ctx.db.batch([findContacts(ids), linksOfContacts(engine, ids)]);
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    const link = links.find(({ contactId }) => contactId === id);
    return { id, contact: row && toContact(row), blocked: row?.blocked ?? false, link };
  });
}

const isSent = ({ contact, link }: Job): boolean =>
  contact !== undefined &&
  link !== undefined &&
  link.status === 'linked' &&
  samePrints(link.ours, printsOf(valuesOf(contact)));

const hasToGo = ({ contact, link }: Job): boolean =>
  link !== undefined && (contact === undefined || link.status === 'going');

const refused = (contact: Contact, link: LinkRow | undefined): LinkState => ({
  contactId: contact.id,
  engineId: link?.engineId ?? null,
  status: 'refused',
  version: contact.version,
  ours: printsOf(valuesOf(contact)),
  theirs: link?.theirs ?? null,
});

const linked = (contact: Contact, theirs: EngineContact, country: string, twins: readonly string[]) => ({
  contactId: contact.id,
  engineId: theirs.id,
  status: 'linked' as const,
  version: contact.version,
  ours: printsOf(valuesOf(contact)),
  theirs: readContact(theirs, country).prints,
  twins,
});

/** A contact of ours is gone: so it goes there, unless it became part of one that isn't there yet. */
async function remove(ctx: Ctx, target: Target, link: LinkRow): Promise<Outcome[]> {
  const { contactId, engineId } = link;
  const drop: Outcome = { drop: contactId };
  if (engineId === null || link.status === 'left') return [drop];
  const [[into]] = await ctx.db.batch([findMerged(contactId)]);
  if (into) {
    const [[its]] = await ctx.db.batch([linksOfContacts(target.engine, [into.id])]);
    if (!its || its.engineId === null) {
      const due = { contactId: into.id, ours: ALL_UNSENT, dueAt: ctx.clock.now() };
      return [drop, { link: { ...link, status: 'linked', ...due } }];
    }
  }
  await target.contacts.remove(target.call(true), engineId);
  return [drop];
}

/** What changed there meanwhile is taken over first, so that sending ours loses nothing. @returns undefined when that was all */
async function refreshed(ctx: Ctx, target: Target, job: Job): Promise<Job | undefined> {
  const { engine, contacts, call } = target;
  const { link, contact } = job;
  const id = link?.engineId ?? null;
  if (!contacts.get || !link || id === null) return job;
  const theirs = await contacts.get(call(false), id);
  const now = theirs ?? { id, gone: true, name: null, email: null, phone: null, taxId: null, ours: null };
  const news = now.gone || !samePrints(readContact(now, ctx.tenant.country).prints, link.theirs);
  if (!news) return job;
  await takeAll(ctx, engine, [now]);
  const [anew] = await load(ctx, engine, [contact!.id]);
  if (!anew?.contact || anew.link?.status === 'left' || isSent(anew)) return undefined;
  return anew;
}

async function send(ctx: Ctx, target: Target, first: Job): Promise<Outcome[]> {
  if (hasToGo(first)) return remove(ctx, target, first.link!);
  const job = await refreshed(ctx, target, first);
  if (!job?.contact) return [];
  const { contact, link } = job;
  const { id } = contact;
  const sent = { id, ...valuesOf(contact), name: contact.name };
  const theirs = await target.contacts.put(target.call(true), sent, link?.engineId ?? null);
  if (!theirs) return [{ link: refused(contact, link) }];
  return [{ link: linked(contact, theirs, ctx.tenant.country, link?.twins ?? []) }];
}

/** One failed by itself: it waits longer each time, and after the last until somebody changes it. */
function failed(ctx: Ctx, { id, contact, link }: Job, code: ErrorCode): Outcome {
  const attempts = (link?.attempts ?? 0) + 1;
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), DAY_MS);
  const last = attempts >= MAX_ATTEMPTS;
  return {
    link: {
      contactId: id,
      engineId: link?.engineId ?? null,
      status: link?.status === 'going' || !contact ? 'going' : 'failed',
      version: contact?.version ?? link?.version ?? 0,
      ours: link?.ours ?? null,
      theirs: link?.theirs ?? null,
      twins: link?.twins ?? [],
      attempts,
      errorCode: code,
      dueAt: last ? null : new Date(ctx.clock.now().getTime() + wait),
    },
  };
}

/** Those who would come to stand on another contact of ours in the engine: of two with one phone only one goes there. */
async function standBack(ctx: Ctx, engine: string, jobs: readonly Job[]): Promise<Map<string, string>> {
  const fresh = jobs.flatMap(({ contact, link, blocked }) =>
    contact && !blocked && (link?.engineId ?? null) === null ? [contact] : [],
  );
  const asked = fresh.map((contact) => {
    const { phone, email } = valuesOf(contact);
    const terms = [
      ...(phone ? [matchTerm('phone', phone)] : []),
      ...(email ? [matchTerm('email', email)] : []),
    ];
    return { id: contact.id, phone, email, terms };
  });
  const holders = new Map<string, string>();
  if (asked.length === 0) return holders;
  const [rows] = await ctx.db.batch([holdersOf(engine, asked)]);
  for (const { id, holder } of rows) holders.set(id, holder);
  const seen = new Map<string, string>();
  for (const { id, terms } of asked) {
    const before = terms.map((term) => seen.get(term)).find((one) => one !== undefined);
    if (holders.has(id)) continue;
    if (before !== undefined) holders.set(id, before);
    else for (const term of terms) seen.set(term, id);
  }
  return holders;
}

const duplicate = (ctx: Ctx, contact: Contact, holder: string): LinkState => ({
  contactId: contact.id,
  engineId: null,
  status: 'duplicate',
  version: contact.version,
  ours: printsOf(valuesOf(contact)),
  theirs: null,
  twins: [holder],
  dueAt: new Date(ctx.clock.now().getTime() + DAY_MS),
});

/** Writes what became of them, as one act. An id that is another contact's already shows a twin that nobody could see. */
async function keep(ctx: Ctx, engine: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await ctx.db.tx(async (tx) => {
    const now = ctx.clock.now();
    const drops = outcomes.flatMap((one) => ('drop' in one ? [one.drop] : []));
    const statements: Statement[] = drops.flatMap((id) => [
      dropLink(engine, id),
      freeDuplicates(engine, id, now),
    ]);
    const links = outcomes.flatMap((one) => ('link' in one ? [one.link] : []));
    const ids = links.flatMap(({ engineId }) => (engineId === null ? [] : [engineId]));
    const taken = new Map(
      (await tx.run(linksOfEngineIds(engine, ids)))
        .filter(({ contactId }) => !drops.includes(contactId))
        .map((one) => [one.engineId!, one]),
    );
    const own = new Map<string, string>();
    for (const link of links) {
      const { engineId, contactId } = link;
      const other = engineId === null ? undefined : taken.get(engineId);
      const holder =
        other && other.contactId !== contactId
          ? other.contactId
          : engineId === null
            ? undefined
            : own.get(engineId);
      if (holder === undefined) {
        if (engineId !== null) own.set(engineId, contactId);
        statements.push(putLink(engine, link, now));
        continue;
      }
      const due = new Date(now.getTime() + DAY_MS);
      const back = {
        engineId: null,
        status: 'duplicate' as const,
        theirs: null,
        twins: [holder],
        dueAt: due,
      };
      statements.push(putLink(engine, { ...link, ...back }, now));
      // It was written over with the other's values.
      if (other) statements.push(putLink(engine, { ...other, ours: ALL_UNSENT, dueAt: now }, now));
    }
    await tx.all(statements);
    return { id: engine };
  });
}

/**
 * Makes contacts in the engine what they are here. Those that are so already cost nothing.
 * @throws AppError when the engine itself is in trouble: what was done by then is written down
 */
export async function sendAll(ctx: Ctx, target: Target, ids: readonly string[]): Promise<void> {
  const { engine } = target;
  for (let at = 0; at < ids.length; at += SLICE) {
    ctx.signal.throwIfAborted();
    const slice = ids.slice(at, at + SLICE);
    const going = (await load(ctx, engine, slice)).filter(hasToGo);
    // First who goes, since somebody may take their place.
    if (going.length > 0) await sendJobs(ctx, target, going, new Map());
    const jobs = (await load(ctx, engine, slice)).filter(
      (job) => job.contact && !job.blocked && !hasToGo(job) && job.link?.status !== 'left' && !isSent(job),
    );
    if (jobs.length > 0) await sendJobs(ctx, target, jobs, await standBack(ctx, engine, jobs));
  }
}

async function sendJobs(
  ctx: Ctx,
  target: Target,
  jobs: readonly Job[],
  holders: ReadonlyMap<string, string>,
): Promise<void> {
  const { engine } = target;
  const outcomes: Outcome[] = [];
  const queue = [...jobs];
  const troubles: AppError[] = [];
  const work = async (): Promise<void> => {
    for (let job = queue.shift(); job && troubles.length === 0; job = queue.shift()) {
      const holder = holders.get(job.id);
      if (holder !== undefined && job.contact) {
        outcomes.push({ link: duplicate(ctx, job.contact, holder) });
        continue;
      }
      try {
        outcomes.push(...(await send(ctx, target, job)));
      } catch (error) {
        const known = toAppError(error);
        if (ctx.signal.aborted || OF_THE_WAY.has(known.code)) troubles.push(known);
        else {
          if (known.code === 'internal') ctx.log.error({ err: error, engine }, 'a contact could not be sent');
          outcomes.push(failed(ctx, job, known.code));
        }
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await keep(ctx, engine, outcomes);
  if (troubles[0]) throw troubles[0];
}
