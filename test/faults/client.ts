/** No request may take longer, whatever has failed behind the API. */
export const ANSWER_LIMIT_MS = 10_000;

export interface Answer {
  /** 0: no answer came. */
  readonly status: number;
  // Every caller knows what it asked for.
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  readonly body: any;
  readonly ms: number;
  readonly retryAfter: number | undefined;
  readonly replayed: boolean;
  /** What no client may meet: a hang, a 500, a refusal that doesn't say when to come back. */
  readonly problem: string | undefined;
}

interface Request {
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Gives up after so long, without calling it the server's fault. */
  readonly hangUpMs?: number | undefined;
}

/** One request, never an exception. */
export async function ask(url: string, route: string, request: Request = {}): Promise<Answer> {
  const { token, headers, body, hangUpMs } = request;
  const [method, path] = route.split(' ') as [string, string];
  const began = performance.now();
  const passed = (): number => performance.now() - began;
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(hangUpMs ?? ANSWER_LIMIT_MS),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const answer = {
      status: response.status,
      body: /\bjson\b/.test(type) ? JSON.parse(text) : text,
      ms: passed(),
      retryAfter: Number(response.headers.get('retry-after') ?? NaN) || undefined,
      replayed: response.headers.get('idempotency-replayed') === 'true',
    };
    return { ...answer, problem: problemOf(route, answer, type) };
  } catch (error) {
    const ms = passed();
    const hung = hangUpMs === undefined && ms >= ANSWER_LIMIT_MS;
    const why = hung ? 'hung' : hangUpMs === undefined ? 'no answer' : 'hung up';
    const problem = hung ? `${route}: no answer within ${ANSWER_LIMIT_MS / 1_000} s` : undefined;
    return {
      status: 0,
      body: { error: why, cause: error },
      ms,
      retryAfter: undefined,
      replayed: false,
      problem,
    };
  }
}

type Seen = Pick<Answer, 'status' | 'body' | 'retryAfter'>;

function problemOf(route: string, { status, body, retryAfter }: Seen, type: string): string | undefined {
  if (status < 400) return undefined;
  const what = `${route}: ${status} ${body?.code ?? ''}`;
  if (!type.startsWith('application/problem+json')) return `${what} without a problem document`;
  if (status === 503 && retryAfter === undefined) return `${what} without Retry-After`;
  return status === 503 || isBusy({ status, body }) ? undefined : what;
}

/** Our own earlier request under the same key is still at work. */
export const isBusy = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean =>
  status === 409 && body?.code === 'idempotency_in_progress';
