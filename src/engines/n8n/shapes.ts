import { z } from 'zod';

/** Ids of n8n: letters and digits of its own, or numbers; nothing that means something in a path. */
export const n8nId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Of the public API; versions add fields, and drop some. */
export interface N8nNode {
  readonly id?: string;
  readonly name: string;
  readonly type: string;
  readonly typeVersion?: number;
  readonly disabled?: boolean;
  readonly webhookId?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface N8nWorkflow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly isArchived?: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly nodes?: readonly N8nNode[];
  readonly connections?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly { readonly name: string }[];
}

export interface N8nExecution {
  readonly id: string | number;
  readonly workflowId: string;
  readonly finished?: boolean;
  readonly mode?: string;
  readonly status?: string;
  readonly startedAt?: string | null;
  readonly stoppedAt?: string | null;
  readonly data?: unknown;
}

export const Workflow = z
  .object({
    id: z.string(),
    name: z.string(),
    active: z.boolean().describe('Its triggers listen.'),
    archived: z.boolean(),
    tags: z.array(z.string()),
    nodes: z.int().describe('How many there are.'),
    triggers: z.array(z.string()).describe('Types of the nodes that can start it.'),
    executable: z.boolean().describe('`n8n.execute` can run it: it is active and has a webhook.'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'N8nWorkflow' });
export type Workflow = z.infer<typeof Workflow>;

export const WorkflowDetail = Workflow.extend({
  steps: z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        disabled: z.boolean(),
        parameters: z
          .record(z.string(), z.unknown())
          .nullable()
          .describe('Without what could be a secret. Null for a workflow that the operator wrote.'),
      }),
    )
    .describe('Its nodes.'),
}).meta({ id: 'N8nWorkflowDetail' });

export const Execution = z
  .object({
    id: z.string(),
    workflowId: z.string(),
    status: z.string().describe('`success`, `error`, `running`, `waiting`, `canceled` …'),
    mode: z.string().nullable().describe('What started it, e.g. `webhook`.'),
    startedAt: z.string().nullable(),
    stoppedAt: z.string().nullable(),
  })
  .meta({ id: 'N8nExecution' });
export type Execution = z.infer<typeof Execution>;

export const ExecutionDetail = Execution.extend({
  steps: z
    .array(
      z.object({
        node: z.string(),
        status: z.string().nullable(),
        startedAt: z.string().nullable(),
        ms: z.number().nullable(),
        error: z.string().nullable(),
        items: z.int().describe('How many came out.'),
        output: z.array(z.unknown()).describe('The first ten, without headers and what could be a secret.'),
      }),
    )
    .describe('What each node did, in order of time.'),
}).meta({ id: 'N8nExecutionDetail' });

const WEBHOOK = 'n8n-nodes-base.webhook';
const TRIGGER = /trigger$/i;

const live = ({ nodes = [] }: N8nWorkflow): readonly N8nNode[] => nodes.filter((node) => !node.disabled);

/** The node by which somebody outside can start a workflow. */
export const webhookOf = (workflow: N8nWorkflow): N8nNode | undefined =>
  live(workflow).find(({ type }) => type === WEBHOOK);

export function toWorkflow(row: N8nWorkflow): Workflow {
  const triggers = live(row).filter(({ type }) => type === WEBHOOK || TRIGGER.test(type));
  return {
    id: row.id,
    name: row.name,
    active: row.active,
    archived: row.isArchived ?? false,
    tags: (row.tags ?? []).map(({ name }) => name),
    nodes: row.nodes?.length ?? 0,
    triggers: [...new Set(triggers.map(({ type }) => type))],
    executable: row.active && webhookOf(row) !== undefined,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export const toExecution = (row: N8nExecution): Execution => ({
  id: String(row.id),
  workflowId: row.workflowId,
  status: row.status ?? (row.finished ? 'success' : 'error'),
  mode: row.mode ?? null,
  startedAt: row.startedAt ?? null,
  stoppedAt: row.stoppedAt ?? null,
});
