import { EXAMPLE, newId } from '#core/example.ts';
import type { Execution, Workflow } from './shapes.ts';

const WEBHOOK = 'n8n-nodes-base.webhook';
const at = EXAMPLE.tenant.createdAt;

const starter: Workflow = {
  id: 'Wk5cJx2pQ9aBcDeF',
  name: `Bienvenida · ${EXAMPLE.tenant.name} [${EXAMPLE.tenant.id}:starter]`,
  active: true,
  archived: false,
  tags: [],
  nodes: 7,
  triggers: [WEBHOOK],
  executable: true,
  createdAt: at,
  updatedAt: at,
};

export const exampleOrders: Workflow = {
  id: 'Pd8sLm3nR7tYvWxZ',
  name: 'Pedidos',
  active: true,
  archived: false,
  tags: ['ventas'],
  nodes: 2,
  triggers: [WEBHOOK],
  executable: true,
  createdAt: at,
  updatedAt: at,
};

export const exampleReport: Workflow = {
  id: 'If2hKq6wE4rTyUiO',
  name: 'Informe mensual',
  active: false,
  archived: false,
  tags: [],
  nodes: 1,
  triggers: ['n8n-nodes-base.scheduleTrigger'],
  executable: false,
  createdAt: at,
  updatedAt: at,
};

/** In this order. */
export const exampleWorkflows = [starter, exampleOrders, exampleReport];

export const exampleOrdersSteps = [
  {
    name: 'Webhook',
    type: WEBHOOK,
    disabled: false,
    parameters: { httpMethod: 'POST', responseMode: 'lastNode' },
  },
  { name: 'Recibido', type: 'n8n-nodes-base.set', disabled: false, parameters: { value: 'ok' } },
];

export const exampleRun = {
  workflowId: exampleOrders.id,
  correlationId: newId(2),
  executionId: '102',
  status: 200,
  failed: false,
  answer: { pedido: 'P-7', recibido: true },
};

export const exampleExecution: Execution = {
  id: '101',
  workflowId: exampleOrders.id,
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
    output: [{ query: {}, body: { pedido: 'P-6' } }],
  },
  {
    node: 'Recibido',
    status: 'success',
    startedAt: at,
    ms: 1,
    error: null,
    items: 1,
    output: [{ pedido: 'P-6', recibido: true }],
  },
];

const nodes = [
  {
    name: 'Webhook',
    type: WEBHOOK,
    typeVersion: 2,
    position: [0, 0],
    parameters: { httpMethod: 'POST', path: 'devoluciones' },
  },
];

export const newWorkflow = {
  input: { name: 'Devoluciones', nodes, connections: {} },
  output: {
    id: 'Nw1aBc2dEf3gHi4j',
    name: 'Devoluciones',
    active: false,
    archived: false,
    tags: [],
    nodes: 1,
    triggers: [WEBHOOK],
    executable: false,
    createdAt: at,
    updatedAt: at,
  } satisfies Workflow,
};
