import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { holdsScope } from '#core/actor.ts';
import { invalidField } from '#core/errors.ts';
import type { EventDefinition } from '#core/event.ts';
import { webhookTest } from './events.ts';

const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;
/** After a change the secret before signs too for so long. */
export const ROTATION_MS = 24 * 3_600_000;
const MS_PER_SECOND = 1_000;

/** Of an event name: `contact.created`, `contact.*`, `*`. */
export const PATTERN = /^(\*|[a-z][a-z_]*\.(\*|[a-z][a-z_]*))$/;

const matches = (pattern: string, name: string): boolean =>
  pattern === '*' || pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)));

/** What can be wanted: no internal events, and no tests, which come by themselves. */
const isOffered = (event: EventDefinition): boolean =>
  event.scope !== null && event.name !== webhookTest.name;

/** Names of the events that an endpoint gets: those it wants and whoever set it up may see. */
export const eventsFor = (
  events: readonly EventDefinition[],
  patterns: readonly string[],
  scopes: readonly string[],
): string[] => {
  const held = new Set(scopes);
  return events
    .filter((event) => isOffered(event) && holdsScope(held, event.scope!))
    .map(({ name }) => name)
    .filter((name) => patterns.some((pattern) => matches(pattern, name)));
};

/** @throws AppError invalid_input about a pattern that stands for no event, or for none that `held` allows */
export function checkPatterns(
  events: readonly EventDefinition[],
  patterns: readonly string[],
  held: ReadonlySet<string>,
): void {
  for (const pattern of patterns) {
    if (!events.some((event) => isOffered(event) && matches(pattern, event.name))) {
      throw invalidField('events', 'unknown', {
        en: `${pattern} stands for no event`,
        es: `${pattern} no corresponde a ningún evento`,
      });
    }
    if (eventsFor(events, [pattern], [...held]).length === 0) {
      throw invalidField('events', 'not_held', {
        en: `you may not see ${pattern} yourself`,
        es: `usted no tiene permiso para ver ${pattern}`,
      });
    }
  }
}

export const newSecret = (): string => SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** What is sent: the same text at each attempt, and the text that is signed. */
export const bodyOf = (event: {
  id: string;
  name: string;
  version: number;
  position: number | null;
  occurredAt: string;
  data: unknown;
}): string =>
  JSON.stringify({
    type: event.name,
    timestamp: event.occurredAt,
    data: event.data,
    id: event.id,
    version: event.version,
    position: event.position,
  });

/** Headers of Standard Webhooks. `keys` are the secrets, the newest first. */
export function signedHeaders(
  id: string,
  body: string,
  keys: readonly KeyObject[],
  at: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / MS_PER_SECOND));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = keys.map((key) => `v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  return { ...plainHeaders(id, timestamp), 'webhook-signature': signatures.join(' ') };
}

/** The same without a signature, as the log shows them. */
export const plainHeaders = (id: string, timestamp: string): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'SmarterOS-Webhooks/1 (+https://www.standardwebhooks.com)',
  'webhook-id': id,
  'webhook-timestamp': timestamp,
});

export const keyOf = (secret: string): KeyObject =>
  createSecretKey(Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64'));

/** Timestamp of the header, of an attempt at an ISO time. */
export const headerTime = (at: string): string => String(Math.floor(Date.parse(at) / MS_PER_SECOND));
