import type { Credential } from '#core/actor.ts';
import type { Db, Statement } from '#core/db.ts';
import { Concerning, Refused } from '#core/reply.ts';
import type { Pool } from '#platform/db/pool.ts';
import {
  begin,
  commit,
  dropClaim,
  enter,
  record,
  rollback,
  storeAnswer,
  type IdempotencyClaim,
  type Records,
} from '#platform/db/records.ts';

/** What the kernel wraps around a call's only transaction. */
export interface Frame {
  readonly pool: Pool;
  readonly tenantId: string;
  readonly credential: Credential;
  readonly dryRun: boolean;
  readonly claim: IdempotencyClaim | undefined;
  readonly now: Date;
  /** True for jobs: each of their writes is a transaction of its own. */
  readonly severalWrites?: boolean;
  /** Checks and renders the answer before anything is committed. */
  readonly render: (answer: unknown) => { text: string; stored: string };
  readonly records: (answer: unknown, about?: Concerning<unknown>) => Pick<Records, 'audits' | 'events'>;
  /** What is written of an act that was refused. */
  readonly refusal?: (refused: Refused) => Pick<Records, 'audits' | 'events'>;
}

export interface FramedDb extends Db {
  /** The rendered answer of the write, once it is committed; of a dry run without secrets, which may work. */
  written(): string | undefined;
  /** True once anything was asked, and so the credential was found to be live. */
  used(): boolean;
}

/** A Db for one call of an operation or job. @throws Error when an operation writes twice: that would be two transactions. */
export function framedDb(frame: Frame): FramedDb {
  const door = enter(frame.tenantId, frame.credential);
  let written: string | undefined;
  let writing = false;
  let used = false;
  const once = (): void => {
    if (writing && !frame.severalWrites) throw new Error('a write makes exactly one database call');
    writing = true;
  };

  async function write<A>(statements: readonly Statement[], answer: A): Promise<A> {
    once();
    const { text, stored } = frame.render(answer);
    const claim = frame.claim && { of: frame.claim, answer: stored, now: frame.now };
    // The claim comes before the act: a repeat must meet it, not what the first left behind.
    const all = [door, record({ ...frame.records(answer), claim }), ...statements];
    if (frame.dryRun) await frame.pool.connected((batch) => batch([begin, ...all, rollback]));
    else await frame.pool.batch(all);
    written = frame.dryRun ? stored : text;
    return answer;
  }

  async function read(statements: readonly Statement[]): Promise<never> {
    used = true;
    const [, ...rows] = await frame.pool.batch([door, ...statements]);
    return rows as never;
  }

  return {
    batch: ((statements: readonly Statement[], ...answer: [] | [unknown]) =>
      answer.length === 0 ? read(statements) : write(statements, answer[0])) as Db['batch'],
    tx: (work) => {
      once();
      return frame.pool.connected(async (batch) => {
        const { claim } = frame;
        const claimed =
          claim && record({ audits: [], events: [], claim: { of: claim, answer: null, now: frame.now } });
        await batch([begin, door, ...(claimed ? [claimed] : [])]);
        const result = await work({
          run: async (statement) => (await batch([statement]))[0],
          all: (statements) => batch(statements),
        });
        if (result instanceof Refused) {
          // A dry run as well: whoever tries codes that way must be counted like everybody else.
          // Without its claim: a refused request may be tried again under the same key.
          await batch([
            record(frame.refusal?.(result) ?? { audits: [], events: [] }),
            ...(claim ? [dropClaim(claim)] : []),
            commit,
          ]);
          throw result.error;
        }
        const about = result instanceof Concerning ? result : undefined;
        const answer = result instanceof Concerning ? result.answer : result;
        const { text, stored } = frame.render(answer);
        const end = frame.dryRun ? rollback : commit;
        await batch([
          record(frame.records(answer, about)),
          ...(claim ? [storeAnswer(claim, stored)] : []),
          end,
        ]);
        written = frame.dryRun ? stored : text;
        return answer;
      });
    },
    written: () => written,
    used: () => used || writing,
  };
}
