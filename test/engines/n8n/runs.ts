import type { N8nWorkflow } from '#engines/n8n/shapes.ts';
import type { Asked, Said } from '#test/engines/stand-in.ts';

type Body = Record<string, unknown>;

export interface Run {
  readonly said: Said;
  readonly status: 'success' | 'error';
  /** As executions keep it. */
  readonly data: object;
}

const WEBHOOK = 'n8n-nodes-base.webhook';
const START_MS = Date.parse('2026-03-01T12:00:00.000Z');

export const webhookNode = (workflow: N8nWorkflow) =>
  (workflow.nodes ?? []).find(({ type, disabled }) => type === WEBHOOK && !disabled);

const has = (workflow: N8nWorkflow, type: string): boolean =>
  (workflow.nodes ?? []).some((node) => node.type === `n8n-nodes-base.${type}`);

/** The few kinds of workflow that tests have, done as n8n does them. */
export function runWorkflow(workflow: N8nWorkflow, asked: Asked, executionId: string): Run {
  const body = (asked.body ?? {}) as Body;
  const incoming = {
    headers: { ...asked.headers },
    params: {},
    query: Object.fromEntries(asked.query),
    body,
    webhookUrl: `http://127.0.0.1${asked.path}`,
    executionMode: 'production',
  };
  const kept = (output: unknown, error?: string): object => ({
    resultData: {
      runData: {
        Webhook: [nodeRun(0, 2, [incoming])],
        [workflow.nodes?.at(-1)?.name ?? 'Last']: [nodeRun(2, 1, error ? [] : [output], error)],
      },
      lastNodeExecuted: workflow.nodes?.at(-1)?.name,
    },
  });
  const json = (status: number, output: unknown, ok = true, error?: string): Run => ({
    said: { status, body: output },
    status: ok ? 'success' : 'error',
    data: kept(output, error),
  });
  const token = tokenOf(workflow);
  if (token !== undefined) {
    if (asked.headers['x-smarteros-token'] !== token) return json(403, { message: 'unauthorized' });
    return json(200, { company: companyOf(workflow), correlationId: body['correlationId'], executionId });
  }
  if (has(workflow, 'stopAndError'))
    return json(500, { message: 'Error in workflow' }, false, 'Stopped at /home/node/x.js as it was told to');
  if (webhookNode(workflow)?.parameters?.['responseMode'] === 'lastNode')
    return json(200, { pedido: body['pedido'], recibido: true });
  return json(200, { message: 'Workflow was started' });
}

const nodeRun = (afterMs: number, ms: number, items: readonly unknown[], error?: string): object => ({
  startTime: START_MS + afterMs,
  executionTime: ms,
  executionStatus: error ? 'error' : 'success',
  ...(error && { error: { message: error, stack: `Error: ${error}\n    at /app/x.js:1` } }),
  data: { main: [items.map((json) => ({ json, pairedItem: { item: 0 } }))] },
});

function tokenOf(workflow: N8nWorkflow): string | undefined {
  const node = workflow.nodes?.find(({ id }) => id === 'token');
  const inner = node?.parameters?.['conditions'] as { conditions?: { rightValue?: string }[] } | undefined;
  return inner?.conditions?.[0]?.rightValue;
}

function companyOf(workflow: N8nWorkflow): string | undefined {
  const node = workflow.nodes?.find(({ id }) => id === 'company');
  const inner = node?.parameters?.['assignments'] as { assignments?: { value?: string }[] } | undefined;
  return inner?.assignments?.[0]?.value;
}
