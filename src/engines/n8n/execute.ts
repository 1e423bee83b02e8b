import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx, EngineResponse } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { STARTING, TOKEN_HEADER } from './client.ts';
import { exampleRun, exampleStarter } from './examples.ts';
import { findExecution } from './executions.ts';
import { ownWorkflow } from './own.ts';
import { n8nId, webhookOf, type N8nNode, type N8nWorkflow } from './shapes.ts';

const TIMEOUT_MS = 60_000;
const ANSWER_MAX_BYTES = 1_000_000;
/** 2.41 says that a workflow is active some moments before it listens. */
const LISTEN_POLLS = 10;
const LISTEN_POLL_MS = 300;
const WITH_BODY = ['POST', 'PUT', 'PATCH'];

const refuse = (en: string, es: string): AppError =>
  new AppError('engine_unsupported', { detail: { en, es } });

/** @throws AppError engine_unsupported, in words, where n8n has no way to start it from outside */
function requireWebhook(workflow: N8nWorkflow): N8nNode {
  const node = webhookOf(workflow);
  if (!node)
    throw refuse(
      'This workflow has no webhook, and n8n offers no other way to start it from outside. Add a Webhook node to it.',
      'Este flujo no tiene un webhook, y n8n no ofrece otra forma de iniciarlo desde fuera. Agréguele un nodo Webhook.',
    );
  if (!workflow.active)
    throw refuse(
      'This workflow is not active, so that n8n takes no call of its webhook. Activate it first.',
      'Este flujo no está activo, por lo que n8n no acepta llamadas a su webhook. Actívelo primero.',
    );
  const { path } = node.parameters ?? {};
  if (typeof path !== 'string' || !/^[\w./~-]+$/.test(path) || path.includes('..'))
    throw refuse(
      'The path of this workflow’s webhook has parts that vary, which can’t be filled from here.',
      'La ruta del webhook de este flujo tiene partes variables, que no se pueden completar desde aquí.',
    );
  return node;
}

/** What the webhook asks for. @throws AppError engine_unsupported when that isn't kept here */
function headersFor({ link }: EngineCtx, workflow: N8nWorkflow, node: N8nNode): Record<string, string> {
  const ours = Object.values((link.state['workflows'] as Record<string, string> | undefined) ?? {});
  if (ours.includes(workflow.id)) return { [TOKEN_HEADER]: link.secrets['token'] ?? '' };
  const authentication = node.parameters?.['authentication'] ?? 'none';
  if (authentication === 'none') return {};
  const { webhookHeader, webhookToken } = link.credentials;
  if (authentication === 'headerAuth' && webhookHeader && webhookToken)
    return { [webhookHeader.toLowerCase()]: webhookToken };
  throw refuse(
    'This workflow’s webhook asks for credentials that aren’t kept here. Use header authentication, and connect n8n again with its name and value.',
    'El webhook de este flujo pide credenciales que no están guardadas aquí. Use autenticación por encabezado y vuelva a conectar n8n con su nombre y su valor.',
  );
}

const isUnregistered = ({ status, text }: EngineResponse): boolean =>
  status === 404 && /not registered/i.test(text);

function parse({ text, headers }: EngineResponse): unknown {
  if (!/json/i.test(headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function callWebhook(
  ctx: EngineCtx,
  workflow: N8nWorkflow,
  body: Readonly<Record<string, unknown>>,
): Promise<EngineResponse> {
  const node = requireWebhook(workflow);
  const { path, httpMethod = 'GET' } = node.parameters as { path: string; httpMethod?: unknown };
  if (httpMethod !== 'GET' && !WITH_BODY.includes(httpMethod as string))
    throw refuse(
      'This workflow’s webhook takes no POST, PUT, PATCH or GET.',
      'El webhook de este flujo no acepta POST, PUT, PATCH ni GET.',
    );
  const hasBody = httpMethod !== 'GET';
  const flat = Object.entries(body).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const request = {
    method: httpMethod as 'POST',
    path: `/webhook/${path}${hasBody ? '' : `?${new URLSearchParams(flat).toString()}`}`,
    headers: headersFor(ctx, workflow, node),
    ...(hasBody && { body }),
    // A workflow does things, whatever verb it is called by.
    harmless: false,
    maxResponseBytes: ANSWER_MAX_BYTES,
  };
  for (let poll = 0; ; poll++) {
    const answer = await ctx.http(request);
    if (STARTING.test(answer.text)) throw engineError('engine_unreachable');
    if (!isUnregistered(answer)) return answer;
    if (poll === LISTEN_POLLS)
      throw engineError('engine_conflict', 'The workflow is active, but its webhook does not listen.');
    await sleep(LISTEN_POLL_MS);
  }
}

export const execute = defineEngineOperation({
  name: 'n8n.execute',
  route: 'POST /n8n/workflows/{id}/execute',
  summary: 'Run a workflow.',
  description:
    'Calls the workflow’s production webhook with `data` and a `correlationId`. n8n has no other way in: a workflow without a webhook, or one that isn’t active, is refused. A run that failed is an answer, too (`failed`): the workflow may have done part of its work.',
  words: 'automation trigger fire · automatización flujo disparar gatillar ejecutar',
  effect: 'write',
  access: [{ scope: 'n8n:write' }],
  audit: 'n8n.executed',
  timeoutMs: TIMEOUT_MS,
  input: z.strictObject({
    id: n8nId.describe('Id of the workflow.'),
    data: z
      .record(z.string().max(200), z.unknown())
      .default({})
      .describe('Reaches the workflow as the fields of the body. `correlationId` is ours.'),
  }),
  output: z
    .object({
      workflowId: z.string(),
      correlationId: z.string().describe('Stands in the body that the workflow got.'),
      executionId: z
        .string()
        .nullable()
        .describe('Null while n8n doesn’t list the run: it goes on, or n8n keeps no successful ones.'),
      status: z.int().describe('The HTTP status that the webhook answered with.'),
      failed: z.boolean(),
      answer: z.unknown().describe('What the workflow answered: JSON, or a text.'),
    })
    .meta({ id: 'N8nRun' }),
  errors: [
    'engine_unsupported',
    'engine_not_found',
    'engine_conflict',
    'engine_forbidden',
    'engine_unreachable',
    'engine_outcome_unknown',
  ],
  examples: [
    {
      title: 'The starter',
      input: { id: exampleStarter.id, data: { nombre: 'Ana' } },
      output: exampleRun,
    },
  ],
  run: async (ctx, { id, data }) => {
    const workflow = await ownWorkflow(ctx, id);
    const correlationId = ctx.clock.id();
    const answer = await callWebhook(ctx, workflow, { ...data, correlationId });
    // n8n itself refused the header; the starter's own refusal looks the same.
    if (answer.status === 403 || answer.status === 401)
      throw engineError('engine_forbidden', 'The webhook refused our credentials.');
    const executionId = await findExecution(ctx, id, correlationId);
    const said = parse(answer);
    const failed = answer.status >= 300;
    return { workflowId: id, correlationId, executionId, status: answer.status, failed, answer: said };
  },
});
