import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import { cleanWords } from '#core/engine-words.ts';
import type { EngineCtx } from '#core/engine.ts';
import { invalidField } from '#core/errors.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { ask, queryOf, type N8nPage } from './client.ts';
import { exampleExecution, exampleExecutionSteps } from './examples.ts';
import { ownIds, requireOwn } from './own.ts';
import { redact } from './redact.ts';
import { Execution, ExecutionDetail, n8nId, toExecution, type N8nExecution } from './shapes.ts';

const STATUSES = ['canceled', 'error', 'running', 'success', 'waiting'] as const;
/** n8n lists a run some moments after it has answered. */
const FIND_POLLS = 6;
const FIND_POLL_MS = 120;
const FIND_ROWS = 20;
const DATA_MAX_BYTES = 8_000_000;
const OUTPUT_ITEMS = 10;
const CURSOR = /^(\d{1,4}):([\w=+/-]*)$/;

/** Which run was ours: n8n tells nobody, so our correlation id is looked for in what the runs were given. */
export async function findExecution(
  ctx: EngineCtx,
  workflowId: string,
  correlationId: string,
): Promise<string | null> {
  const query = queryOf({ workflowId, limit: FIND_ROWS, includeData: true });
  try {
    for (let poll = 0; poll < FIND_POLLS; poll++) {
      const { data } = await ask<N8nPage<N8nExecution>>(ctx, {
        method: 'GET',
        path: `/executions${query}`,
        maxResponseBytes: DATA_MAX_BYTES,
      });
      const found = data.find((one) => JSON.stringify(one.data ?? null).includes(correlationId));
      if (found) return String(found.id);
      await sleep(FIND_POLL_MS, undefined, { signal: ctx.signal });
    }
  } catch (error) {
    // The workflow has run; not to know which number it got changes nothing about that.
    ctx.log.warn({ err: error, workflowId }, 'the execution of a workflow could not be looked up');
  }
  return null;
}

type Page = { data: Execution[]; nextCursor: string | null };

async function pageFor(
  ctx: EngineCtx,
  filter: { workflowId?: string | undefined; status?: string | undefined; limit: number; cursor?: string },
): Promise<Page> {
  const page = await ask<N8nPage<N8nExecution>>(ctx, {
    method: 'GET',
    path: `/executions${queryOf({ ...filter, includeData: false })}`,
  });
  return { data: page.data.map(toExecution), nextCursor: page.nextCursor ?? null };
}

/** Workflow after workflow, as n8n lists those of one at a time: the cursor says which. */
async function pageOfOwn(
  ctx: EngineCtx,
  ids: readonly string[],
  { status, limit, cursor }: { status?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page> {
  const [, index = '0', inner = ''] = CURSOR.exec(cursor ?? '0:') ?? [];
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw invalidField('cursor', 'cursor', {
      en: 'must be the nextCursor of the page before, unchanged',
      es: 'debe ser el nextCursor de la página anterior, sin cambios',
    });
  const at = Number(index);
  const workflowId = ids[at];
  if (workflowId === undefined) return { data: [], nextCursor: null };
  const page = await pageFor(ctx, { workflowId, status, limit, ...(inner && { cursor: inner }) });
  const more = at + 1 < ids.length ? `${at + 1}:` : null;
  return { data: page.data, nextCursor: page.nextCursor ? `${at}:${page.nextCursor}` : more };
}

export const executions = defineEngineOperation({
  name: 'n8n.executions',
  route: 'GET /n8n/executions',
  summary: 'List runs of workflows, the newest first.',
  words:
    'automation failed worked errors history last night · falló funcionó errores ejecución historial anoche',
  effect: 'read',
  access: [{ scope: 'n8n:read' }],
  input: z.strictObject({
    ...pageInput,
    workflowId: n8nId.optional().describe('Only those of this workflow.'),
    status: z.enum(STATUSES).optional().describe('Only those that ended so.'),
  }),
  output: pageOf(Execution),
  errors: ['engine_not_found', 'engine_invalid', 'engine_unreachable', 'engine_rejected_credentials'],
  examples: [{ title: 'All', input: {}, output: { data: [exampleExecution], nextCursor: null } }],
  run: async (ctx, { limit, cursor, workflowId, status }) => {
    if (workflowId !== undefined) requireOwn(ctx, workflowId);
    const ids = workflowId === undefined ? ownIds(ctx.link) : undefined;
    return ids
      ? pageOfOwn(ctx, ids, { status, limit, cursor })
      : pageFor(ctx, { workflowId, status, limit, ...(cursor !== undefined && { cursor }) });
  },
});

interface NodeRun {
  readonly startTime?: number;
  readonly executionTime?: number;
  readonly executionStatus?: string;
  readonly error?: { readonly message?: unknown };
  readonly data?: { readonly main?: readonly (readonly { readonly json?: unknown }[] | null)[] };
}

function toSteps(data: unknown): z.infer<typeof ExecutionDetail>['steps'] {
  const runData = (data as { resultData?: { runData?: Record<string, NodeRun[]> } } | undefined)?.resultData
    ?.runData;
  const runs = Object.entries(runData ?? {}).flatMap(([node, all]) =>
    (Array.isArray(all) ? all : []).map((run) => ({ node, run })),
  );
  return runs
    .toSorted((a, b) => (a.run.startTime ?? 0) - (b.run.startTime ?? 0))
    .map(({ node, run }) => {
      const items = (run.data?.main ?? []).flatMap((output) => output ?? []);
      return {
        node,
        status: run.executionStatus ?? null,
        startedAt: run.startTime === undefined ? null : new Date(run.startTime).toISOString(),
        ms: run.executionTime ?? null,
        error: cleanWords(run.error?.message) ?? null,
        items: items.length,
        output: items.slice(0, OUTPUT_ITEMS).map(({ json }) => redact(json ?? null)),
      };
    });
}

export const execution = defineEngineOperation({
  name: 'n8n.execution',
  route: 'GET /n8n/executions/{id}',
  summary: 'Read what a run did, step by step.',
  description: 'Headers, credentials and whatever is named like a secret are left out.',
  words: 'automation why failed error · por qué falló ejecución',
  effect: 'read',
  access: [{ scope: 'n8n:read' }],
  input: z.strictObject({
    id: z
      .string()
      .regex(/^\d{1,19}$/)
      .describe('Id of the run.'),
  }),
  output: ExecutionDetail,
  errors: ['engine_not_found', 'engine_unreachable', 'engine_rejected_credentials'],
  examples: [
    {
      title: 'The newest',
      input: { id: exampleExecution.id },
      output: { ...exampleExecution, steps: exampleExecutionSteps },
    },
  ],
  run: async (ctx, { id }) => {
    if (ownIds(ctx.link)?.length === 0) throw engineError('engine_not_found');
    const row = await ask<N8nExecution>(ctx, {
      method: 'GET',
      path: `/executions/${id}?includeData=true`,
      maxResponseBytes: DATA_MAX_BYTES,
    });
    requireOwn(ctx, row.workflowId);
    return { ...toExecution(row), steps: toSteps(row.data) };
  },
});
