import type { Ctx } from '#core/context.ts';
import type { Connector, Discovery, Link, Secrets, State } from '#core/engine.ts';
import { AppError, invalidField, type FieldError } from '#core/errors.ts';
import type { EngineParts, EngineReach } from './parts.ts';
import type { z } from 'zod';

const DISCOVERY_MS = 15_000;

/** An instance as somebody describes it. */
export interface Described {
  readonly url: string;
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Discovered {
  readonly url: string;
  readonly credentials: Secrets;
  readonly settings: State;
  readonly found: Discovery;
}

function parse<S extends z.ZodObject>(schema: S, value: unknown, field: string): z.output<S> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const fields = error.issues.map(({ path, message }): FieldError => ({
    field: [field, ...path].join('.'),
    code: 'invalid',
    message: { en: message, es: message },
  }));
  throw new AppError('invalid_input', { fields });
}

/** @throws AppError invalid_input for what isn't the base address of a web server */
function baseUrl(text: string): string {
  const url = URL.parse(text);
  const plain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!plain || !/^https?:$/.test(url.protocol))
    throw invalidField('url', 'invalid', {
      en: 'must be a web address such as https://odoo.example.cl, without user, query or fragment',
      es: 'debe ser una dirección web como https://odoo.ejemplo.cl, sin usuario, consulta ni fragmento',
    });
  return url.href.replace(/\/+$/, '');
}

/** Asks an instance what it is. @throws AppError engine_… */
export function look(ctx: Ctx, parts: EngineReach, connector: Connector, link: Link): Promise<Discovery> {
  const { tenant, clock, log, signal } = ctx;
  const { ctx: own } = parts.calls.open({
    link: { ...link, state: {}, secrets: {} },
    tenant,
    requestId: clock.id(),
    changes: false,
    timeoutMs: DISCOVERY_MS,
    signal,
    clock,
    log,
  });
  return connector.discover(own);
}

/** Tests an instance: that it answers, takes the credentials, and what it is. Nothing is kept. @throws AppError engine_… */
export async function discover(
  ctx: Ctx,
  parts: EngineParts,
  connector: Connector,
  described: Described,
  trusted: boolean,
): Promise<Discovered> {
  const url = baseUrl(described.url);
  const credentials = parse(connector.credentials, described.credentials, 'credentials') as Secrets;
  const settings = parse(connector.settings, described.settings, 'settings') as State;
  const found = await look(ctx, parts, connector, {
    // Of no instance yet, so that failures count for nobody's breaker.
    instanceId: ctx.clock.id(),
    url,
    trusted,
    shared: trusted,
    version: null,
    settings,
    credentials,
    state: {},
    secrets: {},
  });
  return { url, credentials, settings: { ...settings, ...found.settings }, found };
}
