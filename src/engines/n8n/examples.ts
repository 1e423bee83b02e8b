import { EXAMPLE, newId } from '#core/example.ts';
import type { Execution, Workflow } from './shapes.ts';
import { TEMPLATES } from './template.ts';

const at = EXAMPLE.tenant.createdAt;

/** The example tenant's part of the operator's n8n. */
export const exampleStarter: Workflow = {
  id: 'Wk5cJx2pQ9aBcDeF',
  name: `Bienvenida · ${EXAMPLE.tenant.name} [${EXAMPLE.tenant.id}:starter]`,
  active: true,
  archived: false,
  tags: [],
  nodes: TEMPLATES.starter.nodes.length,
  triggers: ['n8n-nodes-base.webhook'],
  executable: true,
  createdAt: at,
  updatedAt: at,
};

export const exampleSteps = TEMPLATES.starter.nodes.map(({ name, type }) => ({
  name,
  type,
  disabled: false,
  parameters: null,
}));

export const exampleRun = {
  workflowId: exampleStarter.id,
  correlationId: newId(2),
  executionId: '102',
  status: 200,
  failed: false,
  answer: { company: EXAMPLE.tenant.name, correlationId: newId(2), executionId: '102' },
};

export const exampleExecution: Execution = {
  id: '101',
  workflowId: exampleStarter.id,
  status: 'success',
  mode: 'webhook',
  startedAt: at,
  stoppedAt: at,
};

export const exampleExecutionSteps = [
  {
    node: 'Webhook',
    status: 'success',
    startedAt: at,
    ms: 2,
    error: null,
    items: 1,
    output: [{ query: {}, body: { nombre: 'Ana' } }],
  },
  {
    node: 'Company',
    status: 'success',
    startedAt: at,
    ms: 1,
    error: null,
    items: 1,
    output: [{ company: EXAMPLE.tenant.name, executionId: '101' }],
  },
];
