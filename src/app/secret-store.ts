import { readFileSync } from 'node:fs';
import type { EngineRequest, Secrets } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { createVaultClient, type Send } from '#engines/vault/client.ts';
import { keptPath } from '#engines/vault/paths.ts';
import type { Config } from '#platform/config.ts';
import type { Pool } from '#platform/db/pool.ts';
import { noteLeftover, type VaultPlace } from '#platform/db/secrets.ts';
import {
  embeddedStore,
  remembering,
  secretStores,
  type Place,
  type SecretStore,
  type SecretStores,
} from '#platform/engines/secrets.ts';
import { httpRequest } from '#platform/http.ts';
import { fileBox, keysFile } from '#platform/secret-keys.ts';

const TIMEOUT_MS = 5_000;
const ATTEMPTS = 3;
const RETRY_SECONDS = 5;

type Vault = NonNullable<Config['vault']>;

/** The operator's own Vault is asked without a breaker: what waits for a secret can do nothing else anyway. */
function sender({ address, caFile }: Vault): Send {
  const ca = caFile === undefined ? undefined : readFileSync(caFile, 'utf8');
  return async ({ method, path, headers, body }: EngineRequest) => {
    const answer = await httpRequest({
      method,
      url: address + path,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      timeoutMs: TIMEOUT_MS,
      // A repeated write makes another version of the same values: harmless, since rows name theirs.
      retry: { attempts: ATTEMPTS, totalMs: TIMEOUT_MS, repeatable: true },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(ca !== undefined && { ca }),
    });
    // oxlint-disable-next-line typescript/no-explicit-any -- its caller names the shape (core/engine.ts)
    return { ...answer, json: (): any => JSON.parse(answer.text) };
  };
}

/**
 * In Vault, below smarteros/<slug>/. A row names the version that is its: what a transaction wrote and then took back
 * is a version that nobody reads, and without a row it is taken out of Vault again.
 */
function vaultStore(
  vault: Vault & { role: NonNullable<Vault['role']> },
  now: () => number,
  note: (place: Place) => Promise<void>,
): SecretStore {
  const { mount, namespace, role, address } = vault;
  const client = createVaultClient(`store ${address}`, sender(vault), { ...role, mount, namespace }, now);
  const at = ({ slug, path }: VaultPlace): string => keptPath(slug, path);
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw new AppError('unavailable', { cause, retryAfterSeconds: RETRY_SECONDS });
    }
  };
  return {
    kind: 'vault',
    write: async (place, values) => {
      // Beforehand: its transaction may yet fail, or be a dry run, and then nobody else would know of it.
      await note(place);
      return asked(async () => ({
        keyId: null,
        wrapped: null,
        sealed: null,
        revision: await client.write(at(place), values),
      }));
    },
    read: (place, { revision }) =>
      asked(async () => {
        const found = await client.read(at(place), revision);
        if (!found) throw new Error(`Vault has no version ${revision} of ${at(place)}`);
        return found.data as Secrets;
      }),
    remove: (place) => asked(() => client.destroy(at(place))),
  };
}

/** Where this process keeps secrets. Over `relay`, role relay's, it notes what goes into Vault. */
export function openSecretStores(
  config: Pick<Config, 'home'> & Partial<Pick<Config, 'vault' | 'secrets'>>,
  now: () => number,
  relay?: Pool,
): SecretStores {
  const { vault } = config;
  const embedded = embeddedStore(fileBox(keysFile(config.home)));
  const note = async (place: Place): Promise<void> => void (await relay?.batch([noteLeftover(place)]));
  const kept = vault?.role ? vaultStore({ ...vault, role: vault.role }, now, note) : undefined;
  return remembering(secretStores(embedded, kept, config.secrets ?? 'embedded'));
}
