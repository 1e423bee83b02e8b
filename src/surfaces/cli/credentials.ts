import type { Clock } from '#core/clock.ts';
import type { HttpResponse } from '#platform/http.ts';
import { grantCache, type GrantCache, type GrantOf } from './grants.ts';
import type { Bearer } from './problem.ts';
import { request } from './request.ts';
import { UsageError, type Call, type CliEnv, type Command } from './types.ts';
import { isLoopback } from './unreachable.ts';

export interface Credential {
  readonly bearer: Bearer;
  readonly token: string | undefined;
  /** A fresh one, for when this one is answered 401: a cached grant may have been closed by the tenant's owner. */
  readonly renew?: () => Promise<Credential>;
}

/** The API refused to open a grant; `--tenant` is what the person has to look at. */
export class GrantRefused extends Error {
  override readonly name = 'GrantRefused';
  readonly response: HttpResponse;
  readonly command: Command;
  readonly bearer: Bearer;

  constructor(response: HttpResponse, command: Command, bearer: Bearer) {
    super('the grant was refused');
    this.response = response;
    this.command = command;
    this.bearer = bearer;
  }
}

/** The operator's key opens every company: it never leaves this machine, whatever `--url` or SMARTEROS_URL say. */
const operatorKey = (env: CliEnv, url: string): string | undefined =>
  isLoopback(url) ? env.config.operatorKey() : undefined;

/**
 * Who calls: a key that was given, else this machine's operator; with `--tenant` the operator inside that tenant.
 * @throws UsageError when the call could only be refused
 */
export async function credentialFor(
  { command, called, options, env, url }: Call,
  clock: Clock,
): Promise<Credential> {
  const key = options.key ?? env.config.key;
  if (options.tenant !== undefined) {
    const opener = key ?? operatorKey(env, url);
    if (opener === undefined)
      throw new UsageError("--tenant needs the operator's key.", ...whereKeysAre(env, url));
    const bearer = key === undefined ? 'operator' : 'key';
    return await enter({ url, tenant: options.tenant, key: opener }, bearer, env, clock);
  }
  if (key !== undefined) return { bearer: 'key', token: key };
  const { access } = command.operation;
  if (access === 'public') return { bearer: 'nobody', token: undefined };
  const operator = operatorKey(env, url);
  if (operator === undefined) throw new UsageError(`\`${called}\` needs a key.`, ...whereKeysAre(env, url));
  if (access.some((rule) => 'operator' in rule)) return { bearer: 'operator', token: operator };
  throw new UsageError(
    `\`${called}\` works inside a company: say which with --tenant SLUG.`,
    'Companies: smarteros tenants list. With a key of the company (--key, SMARTEROS_KEY) no --tenant is needed.',
  );
}

const whereKeysAre = (env: CliEnv, url: string): string[] => [
  'Give one with --key or SMARTEROS_KEY.',
  isLoopback(url)
    ? `./smarteros up makes the operator's, in ${env.config.home}.`
    : "This machine's operator key is never sent to another machine.",
];

async function enter(of: GrantOf, bearer: Bearer, env: CliEnv, clock: Clock): Promise<Credential> {
  const cache = grantCache(env.config.home, clock);
  const open = async (): Promise<Credential> => ({
    bearer: 'grant',
    token: await openGrant(of, bearer, env, cache),
  });
  const token = await cache.find(of);
  return token === undefined ? open() : { bearer: 'grant', token, renew: open };
}

const REASON = 'command line';

async function openGrant(of: GrantOf, bearer: Bearer, env: CliEnv, cache: GrantCache): Promise<string> {
  const command = env.catalogue.operations.find((one) => one.operation.route === 'POST /grants');
  if (!command) throw new UsageError("This SmarterOS has no grants: --tenant can't be used.");
  const target = { url: of.url, language: env.config.language, token: of.key };
  const response = await request(command, { tenant: of.tenant, reason: REASON }, { dryRun: false }, target);
  if (response.status < 200 || response.status > 299) throw new GrantRefused(response, command, bearer);
  const grant = JSON.parse(response.text) as { token: string; expiresAt: string };
  await cache.keep(of, grant);
  return grant.token;
}
