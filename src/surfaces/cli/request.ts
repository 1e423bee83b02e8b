import { httpRequest, type HttpResponse } from '#platform/http.ts';
import type { Options } from './options.ts';
import type { Command, CliConfig } from './types.ts';

/** Longer than any operation may take, engines included. */
const TIMEOUT_MS = 120_000;

export interface Target {
  readonly url: string;
  readonly language: CliConfig['language'];
  readonly token: string | undefined;
}

/** Query values are text: lists repeat their name, objects are JSON. */
export function queryOf(input: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item === undefined || item === null) continue;
      query.append(name, typeof item === 'string' ? item : JSON.stringify(item));
    }
  }
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** Calls the operation's REST route: path parameters in the path, GET and DELETE in the query, else a JSON body. */
export function request(
  command: Command,
  input: Readonly<Record<string, unknown>>,
  options: Pick<Options, 'dryRun' | 'idempotencyKey' | 'ifVersion'>,
  target: Target,
): Promise<HttpResponse> {
  const { method, pathParams } = command;
  const path = command.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !pathParams.includes(name)));
  const inQuery = method === 'GET' || method === 'DELETE';
  return httpRequest({
    method,
    url: target.url + path + (inQuery ? queryOf(rest) : ''),
    timeoutMs: TIMEOUT_MS,
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': target.language,
      'user-agent': 'smarteros-cli',
      ...(target.token !== undefined && { authorization: `Bearer ${target.token}` }),
      ...(!inQuery && { 'content-type': 'application/json' }),
      ...(options.dryRun && { prefer: 'dry-run' }),
      ...(options.idempotencyKey !== undefined && { 'idempotency-key': options.idempotencyKey }),
      ...(options.ifVersion !== undefined && { 'if-match': `"${options.ifVersion}"` }),
    },
    ...(!inQuery && { body: JSON.stringify(rest) }),
  });
}
