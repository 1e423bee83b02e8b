import { AppError } from '#core/errors.ts';

/** Loaded at the first password: many installations never see one. */
const argon2 = (): Promise<typeof import('@node-rs/argon2')> => import('@node-rs/argon2');

/** OWASP's figures for Argon2id: 19 MiB, two passes; about 30 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** At most so many at a time, or guesses from outside would take the process's threads and memory. */
const AT_A_TIME = 2;
const WAITING = 40;
const RETRY_SECONDS = 2;

/** What an unknown user's password is compared with, so that it takes as long. Nobody knows its password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$ccfLvc20Y8Ke87BFCeE1QA$GAfj+cr3GC4RJDOoBK1wxlNCgO8Zs8ylkg5bY8Z/TYo';

let running = 0;
const queue: (() => void)[] = [];

/** @throws AppError unavailable when too many wait already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (queue.length >= WAITING) throw new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS });
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same characters, however a keyboard composes them. */
export const normalised = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> =>
  inTurn(async () => (await argon2()).hash(normalised(password), COST));

/** Takes as long whether there is a hash or not. */
export const passwordMatches = async (stored: string | undefined, password: string): Promise<boolean> => {
  const matches = await inTurn(async () => (await argon2()).verify(stored ?? NOBODY, normalised(password)));
  return stored !== undefined && matches;
};
