import { EXAMPLE } from '#core/example.ts';
import {
  exampleExecution,
  exampleExecutionSteps,
  exampleOrders,
  exampleReport,
  exampleWorkflows,
  newWorkflow,
} from '#engines/n8n/examples.ts';
import { fill } from '#engines/n8n/template.ts';
import type { StandIn } from '#test/engines/stand-in.ts';
import { N8nServer, type N8nSeed } from './server.ts';

const KEY = 'n8n-key-of-the-example';
const at = EXAMPLE.tenant.createdAt;
const [starter] = exampleWorkflows;
const SECRETS = {
  path: 'smarteros-of-the-example',
  token: 'token-of-the-example',
  hook: 'hook-of-the-example',
};

const SEED: N8nSeed = {
  workflows: [
    {
      id: starter!.id,
      active: true,
      createdAt: at,
      updatedAt: at,
      ...fill('starter', {
        ...SECRETS,
        company: EXAMPLE.tenant.name,
        marker: `${EXAMPLE.tenant.id}:starter`,
        webhookId: SECRETS.path,
        hookUrl: 'https://api.example.cl/hooks',
        hookToken: SECRETS.hook,
      }),
    },
    {
      id: exampleOrders.id,
      name: exampleOrders.name,
      active: true,
      createdAt: at,
      updatedAt: at,
      tags: [{ name: 'ventas' }],
      nodes: [
        {
          name: 'Webhook',
          type: 'n8n-nodes-base.webhook',
          parameters: { httpMethod: 'POST', path: 'pedidos', responseMode: 'lastNode' },
        },
        { name: 'Recibido', type: 'n8n-nodes-base.set', parameters: { value: 'ok' } },
      ],
      connections: {},
    },
    {
      id: exampleReport.id,
      name: exampleReport.name,
      active: false,
      createdAt: at,
      updatedAt: at,
      nodes: [{ name: 'Cada mes', type: 'n8n-nodes-base.scheduleTrigger', parameters: {} }],
      connections: {},
    },
  ],
  executions: [
    {
      id: exampleExecution.id,
      workflowId: exampleOrders.id,
      finished: true,
      mode: 'webhook',
      status: 'success',
      startedAt: at,
      stoppedAt: at,
      data: {
        resultData: {
          runData: Object.fromEntries(
            exampleExecutionSteps.map(({ node, ms, output }) => [
              node,
              [
                {
                  startTime: Date.parse(at),
                  executionTime: ms,
                  executionStatus: 'success',
                  data: {
                    main: [
                      output.map((json) => ({ json: { headers: { cookie: 'a=b' }, ...json, token: 'x' } })),
                    ],
                  },
                },
              ],
            ]),
          ),
        },
      },
    },
  ],
};

const server = new N8nServer({ key: KEY, nextId: () => newWorkflow.output.id });

export const n8nStandIn: StandIn = {
  engine: 'n8n',
  example: {
    url: 'https://n8n.example.cl',
    own: true,
    credentials: { apiKey: KEY },
    settings: { activeLimit: 100 },
    version: server.version,
    capabilities: [],
    state: { workflows: { starter: starter!.id } },
    secrets: SECRETS,
  },
  reset: () => server.reset(SEED),
  answer: (asked) => server.answer(asked),
};
