import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, invalidField } from '#core/errors.ts';
import { takesVersion, type Reserved } from '#core/operation.ts';
import { successStatus } from '#core/status.ts';
import { rateHeaders } from '#kernel/admission.ts';
import type { Caller, Compiled, Kernel } from '#kernel/types.ts';
import { fieldName } from '#kernel/validation.ts';
import { knockOf, type Cookies } from './knock.ts';

const MAX_KEY = 255;
/** Where a request carries its caller from admission to the operation. */
export const CALLER = 'caller';

/** Where REST has an operation. */
interface Place {
  readonly url: string;
  /** Inputs that stand in it. */
  readonly pathParams: readonly string[];
}

export function placesOf({ path, pathParams, operation: { oldPath } }: Compiled): readonly Place[] {
  const own = { url: path.replace(/\{(\w+)\}/g, ':$1'), pathParams };
  return oldPath === undefined ? [own] : [own, { url: oldPath, pathParams: [] }];
}

export function registerOperation(
  app: FastifyInstance,
  { kernel, cookies, home }: { kernel: Kernel; cookies: Cookies; home: () => string },
  compiled: Compiled,
  { url, pathParams }: Place,
): void {
  const { operation, method } = compiled;
  const status = successStatus(compiled);
  // A public operation runs in nobody's name, so nobody's credential is looked at.
  const entering = operation.access !== 'public';
  const textual = method === 'GET' || method === 'DELETE';
  const admit = async (knock: ReturnType<typeof knockOf>): Promise<Caller> => {
    try {
      return await kernel.admit(knock);
    } catch (error) {
      // A browser keeps sending the cookie of a session that ended: it must not be kept from logging in.
      if (operation.access !== 'public' || !knock.byCookie || !isUnauthenticated(error)) throw error;
      return kernel.admit({ ...knock, token: undefined });
    }
  };
  app.route({
    method,
    url,
    exposeHeadRoute: method === 'GET',
    // Before the body is read: who may not come in doesn't get to send us a megabyte to look through.
    onRequest: async (request, reply) => {
      if (operation.name === 'core.root' && request.headers.accept?.includes('text/html'))
        return reply.redirect(home());
      const knock = { ...knockOf(request, cookies), entering };
      const caller = await admit(knock);
      reply.headers(rateHeaders(caller.limit));
      request.setDecorator(CALLER, caller);
      return undefined;
    },
    handler: async (request, reply) => {
      const caller = request.getDecorator<Caller>(CALLER);
      const outcome = await kernel.run({
        operation: compiled,
        caller,
        input: textual
          ? { ...(request.query as object), ...(request.params as object) }
          : bodyInput(request, pathParams),
        text: textual,
        requestId: request.id,
        signal: gone(reply),
        ...(operation.effect !== 'read' && reserved(request, compiled)),
      });
      if (outcome.version !== undefined) reply.header('etag', `"${outcome.version}"`);
      if (outcome.session !== undefined) cookies.write(reply, outcome.session);
      if (outcome.replayed) reply.header('idempotency-replayed', 'true');
      return reply
        .code(outcome.status ?? status)
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(outcome.text);
    },
  });
}

const isUnauthenticated = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'unauthenticated';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A known path with a method that it doesn't have: 405 says so, and Allow says which it has. */
export function refuseOtherMethods(app: FastifyInstance, operations: readonly Compiled[]): void {
  const places = operations.flatMap((one) => placesOf(one).map(({ url }) => ({ url, method: one.method })));
  for (const [url, entries] of Map.groupBy(places, (one) => one.url)) {
    const known = entries.map(({ method }) => method);
    const allow = known.includes('GET') ? [...known, 'HEAD'] : known;
    app.route({
      method: METHODS.filter((method) => !known.includes(method)),
      url,
      handler: () => {
        throw new AppError('method_not_allowed', { headers: { allow: allow.join(', ') } });
      },
    });
  }
}

function bodyInput(request: FastifyRequest, pathParams: readonly string[]): unknown {
  // No body at all is an empty object; a body that says null is not.
  const { body = {} } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidField('(body)', 'type', { en: 'must be a JSON object', es: 'debe ser un objeto JSON' });
  }
  for (const name of pathParams) {
    if (name in body)
      throw invalidField(name, 'unknown', {
        en: 'stands in the path, not in the body',
        es: 'va en la ruta, no en el cuerpo',
      });
  }
  for (const name of Object.keys(request.query as object)) {
    throw invalidField(fieldName([name]), 'unknown', {
      en: 'belongs in the body, not in the query',
      es: 'va en el cuerpo, no en la dirección',
    });
  }
  return { ...body, ...(request.params as object) };
}

/** Prefer: dry-run, Idempotency-Key and If-Match, as the reserved inputs of every surface. */
function reserved({ headers }: FastifyRequest, { operation }: Compiled): Reserved {
  const key = headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || key.length === 0 || key.length > MAX_KEY)) {
    throw invalidField('Idempotency-Key', 'length', {
      en: `must have 1 to ${MAX_KEY} characters`,
      es: `debe tener de 1 a ${MAX_KEY} caracteres`,
    });
  }
  const match = headers['if-match'];
  const ifVersion =
    match === undefined || match === '*' ? undefined : Number(/^(?:W\/)?"(\d+)"$/.exec(match)?.[1]);
  if (ifVersion !== undefined && !takesVersion(operation)) {
    throw invalidField('If-Match', 'unknown', {
      en: 'is not known here: there is no version to compare',
      es: 'no se conoce aquí: no hay versión que comparar',
    });
  }
  if (Number.isNaN(ifVersion)) throw new AppError('version_conflict');
  const prefer = headers['prefer'];
  const dryRun = [prefer]
    .flat()
    .join(',')
    .split(',')
    // With parameters or a value (RFC 7240 §2) it is still asked for: a doubt must not become an effect.
    .some((part) => part.split(/[;=]/, 1)[0]!.trim().toLowerCase() === 'dry-run');
  return {
    ...(dryRun && { dryRun }),
    ...(key !== undefined && { idempotencyKey: key }),
    ...(ifVersion !== undefined && { ifVersion }),
  };
}

/** Aborts when the caller hangs up before the answer: nobody waits for that work any more. */
export function gone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
