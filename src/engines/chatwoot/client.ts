import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineRequest, EngineResponse, Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';

/** What its failures look like, one or the other. */
interface Failure {
  readonly error?: unknown;
  readonly message?: unknown;
  readonly attributes?: unknown;
  /** Of its login: no token arrived at all. */
  readonly errors?: unknown;
}

const MAX_RETRY_SECONDS = 3_600;

const noTokenArrived = (): AppError =>
  new AppError('engine_rejected_credentials', {
    detail: {
      en: 'No token reached Chatwoot: a proxy in front of it may drop headers with underscores (nginx: underscores_in_headers on).',
      es: 'Ningún token llegó a Chatwoot: un proxy delante de él puede descartar encabezados con guion bajo (nginx: underscores_in_headers on).',
    },
  });

/** 401 stands for everything that isn't allowed; only its words tell what. */
function refused({ error, errors }: Failure): AppError {
  if (typeof error !== 'string')
    return errors ? noTokenArrived() : engineError('engine_rejected_credentials');
  if (/^invalid access.?token/i.test(error)) return engineError('engine_rejected_credentials');
  if (/^account is suspended/i.test(error)) return engineError('engine_not_ready');
  return engineError('engine_forbidden', error);
}

function invalid({ error, message, attributes }: Failure): AppError {
  const words = typeof message === 'string' ? message : error;
  const fields = Array.isArray(attributes) ? attributes.filter((one) => typeof one === 'string') : [];
  const named = fields.length > 0 ? `${String(words)} (${fields.join(', ')})` : words;
  return engineError(
    /already been taken/.test(String(words)) ? 'engine_conflict' : 'engine_invalid',
    typeof named === 'string' ? named : undefined,
  );
}

function failed(request: EngineRequest, answer: EngineResponse): AppError {
  const { status, headers } = answer;
  if (status === 429) {
    // Its rate limiter answers plain text.
    const after = Number(headers['retry-after']);
    const known = Number.isInteger(after) && after > 0 && after <= MAX_RETRY_SECONDS;
    return engineError('engine_rate_limited', undefined, known ? { retryAfterSeconds: after } : {});
  }
  if (status >= 500) {
    const harmless = request.method === 'GET' || request.harmless;
    return engineError(harmless ? 'engine_unreachable' : 'engine_outcome_unknown');
  }
  // A proxy's page isn't JSON: then nobody may believe that something is gone.
  const body = answer.json<Failure | null>() ?? {};
  switch (status) {
    case 401:
      return refused(body);
    case 403:
      return engineError('engine_forbidden', body.error);
    case 404:
      return engineError('engine_not_found');
    case 409:
      return engineError('engine_conflict', body.error);
    default:
      return status < 400 ? engineError('engine_unreachable') : invalid(body);
  }
}

async function ask<T>(ctx: EngineCtx, token: string, request: EngineRequest): Promise<T> {
  const answer = await ctx.http({ ...request, headers: { api_access_token: token } });
  if (answer.status >= 300) throw failed(request, answer);
  // Some acts answer nothing.
  return answer.text === '' ? (undefined as T) : answer.json<T>();
}

/** The platform API, which makes accounts and people, and sees those alone that the same app has made. @throws AppError engine_… */
export function platform<T>(ctx: EngineCtx, request: EngineRequest): Promise<T> {
  const { platformToken } = ctx.link.credentials;
  if (!platformToken) throw engineError('engine_unsupported');
  return ask<T>(ctx, platformToken, { ...request, path: `/platform/api/v1${request.path}` });
}

/**
 * Whose name we act in inside a company's account: its own user there. A shared instance's credentials never do, as they
 * would open whatever they belong to.
 */
function tokenOf({ secrets, shared, credentials }: Link): string {
  const token = secrets['token'] ?? (shared ? undefined : credentials['userToken']);
  if (!token) throw engineError('engine_not_ready');
  return token;
}

export interface Profile {
  readonly id: number;
  readonly email: string;
  readonly accounts: readonly {
    readonly id: number;
    readonly name: string;
    readonly status?: string;
    readonly role: string;
  }[];
}

/** Who the company's user is, with the accounts that it is in. @throws AppError engine_… */
export const profile = (ctx: EngineCtx): Promise<Profile> =>
  ask<Profile>(ctx, tokenOf(ctx.link), { method: 'GET', path: '/api/v1/profile' });

/** @throws AppError engine_not_ready before there is one */
export function accountOf({ state }: Pick<Link, 'state'>): number {
  const { accountId } = state;
  if (typeof accountId !== 'number' || !Number.isSafeInteger(accountId))
    throw engineError('engine_not_ready');
  return accountId;
}

/** The application API inside the company's account, and no other: the path says the account, and the token whose it is. */
export function inAccount<T>(ctx: EngineCtx, request: EngineRequest): Promise<T> {
  const path = `/api/v1/accounts/${accountOf(ctx.link)}${request.path}`;
  return ask<T>(ctx, tokenOf(ctx.link), { ...request, path });
}

/** `?a=1&b=2` of what is defined. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given.set(name, String(value));
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}

/** Undefined for what isn't there, or is another's. */
export async function orNothing<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    const gone =
      error instanceof AppError && (error.code === 'engine_not_found' || error.code === 'engine_forbidden');
    if (!gone) throw error;
    return undefined;
  }
}
