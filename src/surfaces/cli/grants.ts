import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#core/clock.ts';

/** A grant is not used any more when it has less than this left: the call itself takes time. */
const MARGIN_MS = 60_000;
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

interface Grant {
  readonly token: string;
  readonly expiresAt: string;
  /** Fingerprint of the key that opened it, so that another key never borrows it. */
  readonly by: string;
}

/** Which grant: the API it is for, the tenant, and the key that opens it. */
export interface GrantOf {
  readonly url: string;
  readonly tenant: string;
  readonly key: string;
}

export interface GrantCache {
  find(of: GrantOf): Promise<string | undefined>;
  keep(of: GrantOf, grant: { readonly token: string; readonly expiresAt: string }): Promise<void>;
}

const nameOf = ({ url, tenant }: GrantOf): string => `${url} ${tenant}`;
const fingerprint = ({ key }: GrantOf): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

function isGrant(value: unknown): value is Grant {
  const grant = value as Partial<Grant> | null;
  return [grant?.token, grant?.expiresAt, grant?.by].every((part) => typeof part === 'string');
}

/**
 * `<home>/grants.json`, readable by its owner only. It's a convenience: a file that is broken or can't be written costs
 * a new grant per command and nothing else.
 */
export function grantCache(home: string, clock: Pick<Clock, 'now'>): GrantCache {
  const file = join(home, 'grants.json');

  async function live(): Promise<Record<string, Grant>> {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    let all: unknown;
    try {
      all = JSON.parse(text);
    } catch {
      return {};
    }
    const soon = clock.now().getTime() + MARGIN_MS;
    const grants = Object.entries((all ?? {}) as Record<string, unknown>);
    return Object.fromEntries(
      grants.filter(
        (entry): entry is [string, Grant] => isGrant(entry[1]) && Date.parse(entry[1].expiresAt) > soon,
      ),
    );
  }

  /** A rename is atomic: commands that run side by side read the old file or the new one. */
  async function save(grants: Record<string, Grant>): Promise<void> {
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      await mkdir(home, { recursive: true, mode: FOLDER_MODE });
      await writeFile(draft, JSON.stringify(grants), { mode: FILE_MODE, flag: 'wx' });
      await rename(draft, file);
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  return {
    async find(of) {
      const grant = (await live())[nameOf(of)];
      return grant?.by === fingerprint(of) ? grant.token : undefined;
    },
    async keep(of, { token, expiresAt }) {
      await save({ ...(await live()), [nameOf(of)]: { token, expiresAt, by: fingerprint(of) } });
    },
  };
}
