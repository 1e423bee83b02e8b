import { EXAMPLE } from '#core/example.ts';
import { exampleExecution, exampleExecutionSteps, exampleStarter } from '#engines/n8n/examples.ts';
import { fill } from '#engines/n8n/template.ts';
import type { StandIn } from '#test/engines/stand-in.ts';
import { N8nServer, type N8nSeed } from './server.ts';

const KEY = 'n8n-key-of-the-example';
const at = EXAMPLE.tenant.createdAt;
const SECRETS = {
  path: 'smarteros-of-the-example',
  token: 'token-of-the-example',
  hook: 'hook-of-the-example',
};

const SEED: N8nSeed = {
  workflows: [
    {
      id: exampleStarter.id,
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
  ],
  executions: [
    {
      id: exampleExecution.id,
      workflowId: exampleStarter.id,
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

const server = new N8nServer({ key: KEY });

export const n8nStandIn: StandIn = {
  engine: 'n8n',
  example: {
    url: 'https://n8n.example.cl',
    credentials: { apiKey: KEY },
    settings: {},
    version: server.version,
    capabilities: [],
    state: { workflows: { starter: exampleStarter.id } },
    secrets: SECRETS,
  },
  reset: () => server.reset(SEED),
  answer: (asked) => server.answer(asked),
};
