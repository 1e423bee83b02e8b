import { z } from 'zod';
import type { EventDefinition } from '#core/event.ts';
import type { DocumentInfo } from '#surfaces/openapi/document.ts';

type Part = { readonly [key: string]: unknown };

const DESCRIPTION = `What happens in a company, as it happens. Every event here can be followed live, listed from any
position (\`GET /events\`) and sent to a web address (webhooks); it has the same id everywhere.

- **At least once**: an event may come twice. Its \`id\` stays the same.
- **In order**: \`position\` ascends in each company, with gaps. It is where to go on from.
- **By scope**: \`events:read\` and the scope of the event itself (\`x-scope\`). Others are left out.`;

const STREAM = `Server-sent events: \`id\` is the position, \`event\` the name, \`data\` the event as JSON. Go on with
\`Last-Event-ID\` or \`?after=\`; choose with \`?names=\`. A comment comes every 15 seconds. \`event: end\` says why a
stream was ended (\`code\`) and where to go on from (\`position\`).`;

const WEBHOOK = `A POST to each address that a company gave (\`webhooks.create\`) for the events that it wants, signed as Standard
Webhooks say. Check the signature over the body as it came, answer 2xx within 15 seconds, and skip an id that you know.`;

const WEBHOOK_HEADERS = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', format: 'uuid', description: 'Of the event; the same on every attempt.' },
    'webhook-timestamp': {
      type: 'string',
      pattern: '^\\d+$',
      description: 'Of the attempt, in Unix seconds.',
    },
    'webhook-signature': {
      type: 'string',
      pattern: '^v1,\\S+( v1,\\S+)*$',
      description: 'HMAC-SHA256 over `id.timestamp.body`, one for each live secret, the newest first.',
    },
  },
};

/** AsyncAPI 3.0, derived from the list of events alone: the same list gives the same bytes. */
export function asyncApiDocument(events: readonly EventDefinition[], info: DocumentInfo): Part {
  const outgoing = events.filter(({ scope }) => scope !== null);
  const { host, protocol, pathname } = new URL(info.publicUrl);
  const names = outgoing.map(({ name }) => name);
  return {
    asyncapi: '3.0.0',
    info: { title: 'SmarterOS events', version: info.version, description: DESCRIPTION },
    defaultContentType: 'application/json',
    servers: {
      api: {
        host,
        protocol: protocol.slice(0, -1),
        ...(pathname !== '/' && { pathname }),
        security: [{ $ref: '#/components/securitySchemes/apiKey' }],
      },
    },
    channels: {
      stream: {
        address: '/events/stream',
        title: 'Live stream',
        description: STREAM,
        messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      },
      webhook: {
        address: null,
        title: 'Webhooks',
        description: WEBHOOK,
        messages: Object.fromEntries(outgoing.map((event) => [event.name, webhookOf(event)])),
      },
    },
    operations: {
      deliver: {
        action: 'send',
        channel: { $ref: '#/channels/webhook' },
        summary: 'What happens is sent to the addresses that want it.',
        messages: names.map((name) => ({ $ref: `#/channels/webhook/messages/${name}` })),
      },
      follow: {
        action: 'send',
        channel: { $ref: '#/channels/stream' },
        summary: 'What happens is sent to whoever follows.',
        messages: names.map((name) => ({ $ref: `#/channels/stream/messages/${name}` })),
      },
    },
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'As for the API: a key with `events:read` and the scopes of the events.',
        },
      },
      messages: Object.fromEntries(outgoing.map((event) => [event.name, messageOf(event)])),
    },
  };
}

function messageOf({ name, version, summary, scope, data }: EventDefinition): Part {
  const { $schema: _, ...schema } = z.toJSONSchema(data, { target: 'draft-07', io: 'output' });
  return {
    name,
    title: `${name} v${version}`,
    summary,
    contentType: 'application/json',
    'x-scope': scope,
    payload: {
      type: 'object',
      required: ['id', 'name', 'version', 'position', 'occurredAt', 'data'],
      properties: {
        id: { type: 'string', format: 'uuid', description: 'The same on every delivery.' },
        name: { const: name },
        version: { const: version },
        position: { type: 'integer', minimum: 1, description: 'Where to go on from.' },
        occurredAt: { type: 'string', format: 'date-time' },
        data: schema,
      },
    },
  };
}

/** The body of Standard Webhooks: the same event under its names. */
function webhookOf({ name, version, summary, scope }: EventDefinition): Part {
  const streamed = `#/components/messages/${name}/payload/properties`;
  const same = Object.fromEntries(
    ['id', 'version', 'position', 'data'].map((part) => [part, { $ref: `${streamed}/${part}` }]),
  );
  return {
    name,
    title: `${name} v${version}`,
    summary,
    contentType: 'application/json',
    'x-scope': scope,
    headers: WEBHOOK_HEADERS,
    payload: {
      type: 'object',
      required: ['type', 'timestamp', 'data', 'id', 'version', 'position'],
      properties: { type: { const: name }, timestamp: { $ref: `${streamed}/occurredAt` }, ...same },
    },
  };
}
