import type { NativeHttp } from '#core/native.ts';
import { localUrl } from '#host/health.ts';
import { HostError } from '#host/host-error.ts';
import { readNative } from '#host/natives.ts';
import { loadConfig } from '#platform/config.ts';
import { httpRequest } from '#platform/http.ts';
import { existingOperatorKey } from '#platform/secrets.ts';
import { type NativeEngine } from './index.ts';
import { readSecrets, secretFiles } from './prepare.ts';

/** Of the shared instance that it becomes. */
const NAME = 'native';
const TIMEOUT_MS = 20_000;

interface Instance {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly error: unknown;
}

const httpTo =
  (base: string): NativeHttp =>
  ({ body, headers, ...request }) =>
    httpRequest({
      method: request.method,
      url: base + request.path,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      timeoutMs: TIMEOUT_MS,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

/**
 * Makes running engines ours and connects them for every company, as the operator. What is connected already and still
 * takes our key is left alone.
 */
export async function connect(engines: readonly NativeEngine[]): Promise<void> {
  const { home, host, port } = loadConfig();
  const key = existingOperatorKey(home);
  if (!key) throw new HostError('The operator’s key is missing.', 'Start SmarterOS first: ./smarteros up');
  const api = localUrl(host, port);

  async function call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<T> {
    const answer = await httpRequest({
      method,
      url: api + path,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      timeoutMs: TIMEOUT_MS,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status < 300) return JSON.parse(answer.text) as T;
    throw new HostError(
      `The API refused ${method} ${path}: ${answer.text.slice(0, 300)}`,
      'See ./smarteros logs.',
    );
  }

  for (const { name, native } of engines) {
    const base = `http://127.0.0.1:${readNative(home, name).port}`;
    const { data } = await call<{ data: Instance[] }>('GET', `/instances?engine=${name}`);
    const found = data.find((one) => one.name === NAME);
    if (found?.url === base) {
      const { error } = await call<Instance>('POST', `/instances/${found.id}/check`, {});
      if (error === null) continue;
    }
    const credentials = await native.claim(
      httpTo(base),
      readSecrets(secretFiles(home, name, native.secrets)),
    );
    const body = { url: base, credentials, forAll: true };
    if (found) await call('PATCH', `/instances/${found.id}`, body);
    else await call('POST', '/instances', { engine: name, name: NAME, ...body });
  }
}
