import type { Server } from '@modelcontextprotocol/server';
import type { Actor } from '#core/actor.ts';
import { AppError, ERRORS, toAppError } from '#core/errors.ts';
import { isVisible, type EventDefinition } from '#core/event.ts';
import type { Kernel } from '#kernel/types.ts';
import type { Era } from './revisions.ts';
import type { Extra, Loaded } from './sdk.ts';

export const ALL_EVENTS = 'smarteros://events';
export const uriOf = (name: string): string => `${ALL_EVENTS}/${name}`;

const LIST_TTL_MS = 5 * 60_000;
const JSON_TYPE = 'application/json';
const POSITION = /^\d{1,15}$/;

export type EventResources = ReturnType<typeof eventResources>;

/**
 * What happens in the company as resources: all of it, and each kind of event. They are read by the operation
 * `events.list`, so that nobody sees more here than anywhere else.
 */
export function eventResources(kernel: Kernel, events: readonly EventDefinition[]) {
  const list = kernel.catalogue.find('events.list')!;
  const visible = (actor: Actor): EventDefinition[] =>
    kernel.allows(actor, list.operation) ? events.filter((one) => isVisible(one, actor.scopes)) : [];

  /** @throws AppError */
  async function read(input: object, { caller, requestId }: Extra): Promise<string> {
    const signal = new AbortController().signal;
    return (await kernel.run({ operation: list, caller, input, requestId, signal })).text;
  }

  /** The newest, or what came after a position; undefined when that is no address of ours, or not for this caller. */
  function inputOf(uri: string, actor: Actor): object | undefined {
    const [address = '', query = ''] = uri.split('?', 2);
    const names = visible(actor).map(({ name }) => name);
    const name = names.find((one) => uriOf(one) === address);
    if (names.length === 0 || (address !== ALL_EVENTS && name === undefined)) return undefined;
    const after = query === '' ? undefined : /^after=(.*)$/.exec(query)?.[1];
    if (query !== '' && (after === undefined || !POSITION.test(after))) return undefined;
    return {
      ...(after === undefined ? { latest: true } : { after: Number(after) }),
      ...(name !== undefined && { names: [name] }),
    };
  }

  return {
    read,
    visible,
    instructions: `What happens in the company is the resource ${ALL_EVENTS}: subscribe to hear of it, read it to know what it was.`,
    cacheHints: {
      'resources/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
      'resources/templates/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
      'resources/read': { ttlMs: 0, cacheScope: 'private' },
    } as const,
    /** Without sessions, clients before 2026-07-28 can be told nothing. */
    capabilities: (era: Era) =>
      era === 'modern'
        ? { tools: { listChanged: true }, resources: { subscribe: true, listChanged: true } }
        : { tools: {}, resources: {} },
    serve(loaded: Loaded, server: Server, extra: Extra): void {
      const { actor } = extra.caller;
      const refuse = (message: string): never => {
        throw new loaded.ProtocolError(loaded.ProtocolErrorCode.InvalidParams, message);
      };
      const onePage = (params: { cursor?: string | undefined } | undefined): void => {
        if (params?.cursor !== undefined) refuse('params.cursor is not one of ours.');
      };
      server.setRequestHandler('resources/list', ({ params }) => {
        onePage(params);
        const kinds = visible(actor);
        const all = {
          uri: ALL_EVENTS,
          name: 'events',
          description: 'What happened in the company, the newest.',
          mimeType: JSON_TYPE,
        };
        const each = kinds.map(({ name, summary }) => ({
          uri: uriOf(name),
          name,
          description: summary,
          mimeType: JSON_TYPE,
        }));
        return { resources: kinds.length > 0 ? [all, ...each] : [] };
      });
      server.setRequestHandler('resources/templates/list', ({ params }) => {
        onePage(params);
        const after = {
          uriTemplate: `${ALL_EVENTS}{?after}`,
          name: 'events-after',
          description: 'What happened after a position, oldest first: how to miss nothing.',
          mimeType: JSON_TYPE,
        };
        return { resourceTemplates: visible(actor).length > 0 ? [after] : [] };
      });
      server.setRequestHandler('resources/read', async ({ params: { uri } }) => {
        const input = inputOf(uri, actor);
        if (!input) throw new loaded.ResourceNotFoundError(uri);
        try {
          return { contents: [{ uri, mimeType: JSON_TYPE, text: await read(input, extra) }] };
        } catch (error) {
          throw told(loaded, toAppError(error));
        }
      });
    },
  };
}

/** In English, as a model reads it; our own faults say nothing about themselves. */
function told({ ProtocolError, ProtocolErrorCode }: Loaded, { code, options }: AppError): Error {
  const field = options.fields?.[0];
  if (code === 'invalid_input' && field)
    return new ProtocolError(ProtocolErrorCode.InvalidParams, `${field.field} ${field.message.en}`);
  return new ProtocolError(ProtocolErrorCode.InternalError, ERRORS[code].title.en, { code });
}
