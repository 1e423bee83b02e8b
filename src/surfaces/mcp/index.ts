import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { EventDefinition } from '#core/event.ts';
import type { Caller, Kernel } from '#kernel/types.ts';
import { monotonic } from '#platform/clock.ts';
import { sendProblem } from '#surfaces/rest/problems.ts';
import { gone } from '#surfaces/rest/route.ts';
import { createToolCall } from './call.ts';
import { readDirect, type Direct } from './direct.ts';
import { createGate } from './gate.ts';
import { createFind } from './find/index.ts';
import { createToolList } from './list.ts';
import { createListen, type Live } from './listen.ts';
import { eventResources } from './resources.ts';
import type { ServerInfo } from './revisions.ts';
import { errorText, refuse, RPC, RpcError, sendJson, sendParts } from './rpc.ts';
import { forward, lazySdk } from './sdk.ts';
import { registerTools } from './tools-page.ts';
import { listTools, type Listed } from './tools.ts';
import { MAIN, MAIN_PATH, pathOf, WHOLE_PATH, type View } from './views.ts';

export interface McpOptions {
  readonly kernel: Kernel;
  readonly serverInfo: ServerInfo;
  /** Origins of web pages that may call, beside our own. */
  readonly allowedOrigins: readonly string[];
  readonly publicUrl: string;
  readonly log: Log;
  /** Called after each request, for metrics: method, tool, kind of error (none: ''). */
  readonly observe?: (method: string, tool: string, error: string, seconds: number) => void;
  /** Events as resources, and what it takes to hear of them. */
  readonly live?: Live & { readonly events: readonly EventDefinition[] };
  /** Servers of a part of the catalogue, beside that of everything. */
  readonly views?: readonly View[];
}

/** What answers at one address. */
interface Endpoint {
  readonly listTools: ReturnType<typeof createToolList>;
  readonly callTool: ReturnType<typeof createToolCall>;
  readonly sdk: ReturnType<typeof lazySdk>;
  readonly subscriptions: ReturnType<typeof createListen> | undefined;
}

const CALLER = 'mcpCaller';
const MS_PER_SECOND = 1_000;

/**
 * The MCP endpoint `/mcp`, stateless, for revision 2026-07-28 and its predecessors, those of parts of the catalogue, and
 * the public `GET /tools`.
 */
export function registerMcp(app: FastifyInstance, options: McpOptions): void {
  const { kernel, log, observe, live, views = [] } = options;
  const admit = createGate(options);
  let tools: readonly Listed[] | undefined;
  const listed = (): readonly Listed[] => (tools ??= listTools(kernel.catalogue));
  const find = createFind(kernel, listed);
  const events = live && eventResources(kernel, live.events);
  const subscriptions = live && events && createListen(live, events);

  function endpointOf(view: View, whole: boolean): Endpoint {
    const serverInfo = view === MAIN ? options.serverInfo : { ...options.serverInfo, name: view.name };
    const resources = view === MAIN ? events : undefined;
    return {
      listTools: createToolList({ kernel, serverInfo, view, whole, listed }),
      callTool: createToolCall({ kernel, serverInfo, view, find }),
      sdk: lazySdk(serverInfo, resources, (error) => log.debug({ err: error }, 'mcp request refused')),
      subscriptions: resources && subscriptions,
    };
  }
  const endpoints = new Map([
    [MAIN_PATH, endpointOf(MAIN, false)],
    [WHOLE_PATH, endpointOf(MAIN, true)],
    ...views.map((view) => [pathOf(view), endpointOf(view, false)] as const),
  ]);

  async function answer(
    { listTools: list, callTool }: Endpoint,
    direct: Direct,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { method, era, id, params } = direct;
    const caller = request.getDecorator<Caller>(CALLER);
    const started = monotonic();
    let [tool, failure] = ['', ''];
    try {
      if (method === 'tools/call') {
        const signal = era === 'modern' ? gone(reply) : never();
        const result = await callTool({ id, era, params, caller, requestId: request.id, signal });
        ({ tool } = result);
        if (result.failed) failure = 'tool_error';
        return await sendJson(reply, result.text);
      }
      // The list is one page, so no cursor was ever given out.
      if ((params as { cursor?: unknown } | undefined)?.cursor !== undefined) {
        throw new RpcError(RPC.invalidParams, 'params.cursor is not one of ours.');
      }
      const acceptEncoding = request.headers['accept-encoding'] ?? '';
      const { encoding, parts } = list({ actor: caller.actor, era, id, acceptEncoding });
      return await sendParts(reply, encoding, parts);
    } catch (error) {
      failure = error instanceof AppError ? error.code : 'refused';
      if (error instanceof RpcError) return await sendJson(reply, errorText(error.code, error.message, id));
      throw error;
    } finally {
      observe?.(method, tool, failure, (monotonic() - started) / MS_PER_SECOND);
    }
  }

  registerTools(app, kernel.catalogue);
  void app.register(async (scope) => {
    // What isn't declared as JSON is refused instead of being read as text.
    scope.removeContentTypeParser('text/plain');
    scope.decorateRequest(CALLER);
    scope.addHook('onRequest', async (request, reply) => {
      const caller = await admit(request, reply);
      if (!caller) return reply;
      request.setDecorator(CALLER, caller);
      return undefined;
    });
    scope.addHook('preClose', async () => {
      subscriptions?.close();
      await Promise.all([...endpoints.values()].map(({ sdk }) => sdk.close()));
    });
    scope.setErrorHandler<FastifyError | AppError>((error, request, reply) => {
      if (error instanceof AppError) return sendProblem(request, reply, error);
      const status = error.statusCode ?? 500;
      if (status < 500)
        return refuse(reply, status, status === 400 ? RPC.parseError : RPC.invalidRequest, error.message);
      log.error({ err: error, requestId: request.id }, 'mcp request failed');
      return refuse(reply, 500, RPC.internalError, 'Something went wrong on our side.');
    });
    for (const [path, endpoint] of endpoints) {
      scope.all(path, async (request, reply) => {
        if (Array.isArray(request.body))
          return refuse(reply, 400, RPC.invalidRequest, 'Send one message at a time.');
        const loaded = await endpoint.sdk.load();
        const direct = readDirect(loaded, request.headers, request.body);
        if (direct) return answer(endpoint, direct, request, reply);
        const extra = { caller: request.getDecorator<Caller>(CALLER), requestId: request.id };
        const { method } = (request.body ?? {}) as { method?: unknown };
        if (endpoint.subscriptions && method === 'subscriptions/listen')
          return endpoint.subscriptions.listen(loaded, request, reply, extra);
        return forward(loaded.fetch, request, reply, extra);
      });
    }
  });
}

/** Clients before 2026-07-28 may lose their connection without taking the call back. */
const never = (): AbortSignal => new AbortController().signal;
