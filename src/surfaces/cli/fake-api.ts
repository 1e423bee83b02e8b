import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import fastify, { type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify';
import { z } from 'zod';
import { defineOperation, type Operation } from '#core/operation.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { describeOperation } from '#kernel/compile.ts';
import { runCli } from './index.ts';
import type { CliEnv, Input } from './types.ts';

/** For this folder's tests only: a few operations, a server that answers them as told, and terminals to look at. */

const Note = z.object({
  id: z.string(),
  name: z.string(),
  price: z.int(),
  tags: z.array(z.string()),
  dueAt: z.string().nullable(),
});
const run = () => Promise.reject(new Error('the fake server answers'));
const scope = (level: 'read' | 'write' | 'destroy') => [{ scope: `notes:${level}` }] as const;
const note = { id: 'n-1', name: 'Milk', price: 990, tags: ['shop', 'soon'], dueAt: '2026-03-04T05:06:07.890Z' };

export const operations: readonly Operation[] = [
  defineOperation({
    name: 'notes.create',
    route: 'POST /notes',
    summary: 'Write a note down.',
    description: 'It is yours alone.',
    effect: 'write',
    access: scope('write'),
    audit: 'note.created',
    input: z.strictObject({
      name: z.string().describe('What it says.'),
      colour: z.enum(['red', 'blue']).default('red').describe('Its paper.'),
      price: z.int().min(0).max(1000).optional(),
      taxId: z.string().nullish().describe('Whose it is'),
      urgent: z.boolean().optional(),
      tags: z.array(z.string()).default([]),
      place: z.strictObject({ street: z.string(), floor: z.int().optional() }).optional(),
      values: z.record(z.string(), z.unknown()).optional(),
      url: z.string().optional().describe('Where it came from.'),
    }),
    output: Note,
    examples: [{ title: 'A note', input: { name: "Don't forget", tags: ['shop', 'soon'] }, output: note }],
    run,
  }),
  defineOperation({
    name: 'core.notes',
    alias: 'notes.list',
    route: 'GET /notes',
    summary: 'List notes.',
    effect: 'read',
    access: scope('read'),
    input: z.strictObject({ ...pageInput, tags: z.array(z.string()).optional() }),
    output: pageOf(Note),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'notes.search_all',
    route: 'GET /notes/{id}/lines/{line}',
    summary: 'Find a line.',
    effect: 'read',
    access: scope('read'),
    input: z.strictObject({ id: z.string(), line: z.int() }),
    output: Note,
    examples: [],
    run,
  }),
  defineOperation({
    name: 'notes.delete',
    route: 'DELETE /notes/{id}',
    summary: 'Throw a note away.',
    effect: 'destroy',
    access: scope('destroy'),
    audit: 'note.deleted',
    versioned: true,
    input: z.strictObject({ id: z.string().describe('The note.') }),
    output: Note,
    examples: [],
    run,
  }),
  defineOperation({
    name: 'keys.create',
    route: 'POST /keys',
    summary: 'Create a key.',
    effect: 'write',
    access: scope('write'),
    audit: 'key.created',
    input: z.strictObject({ name: z.string(), scopes: z.array(z.string()) }),
    output: z.object({ id: z.string(), key: z.string().nullable().meta({ secret: true }) }),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'grants.open',
    route: 'POST /grants',
    summary: 'Enter a company.',
    effect: 'write',
    access: [{ operator: true }],
    audit: 'grant.opened',
    input: z.strictObject({ tenant: z.string(), reason: z.string() }),
    output: z.object({ id: z.string(), token: z.string().nullable(), expiresAt: z.string() }),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'core.health',
    route: 'GET /health',
    summary: 'Say how it is.',
    effect: 'read',
    access: 'public',
    input: z.strictObject({}),
    output: z.object({ status: z.string() }),
    status: () => 503,
    examples: [],
    run,
  }),
];

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: FastifyRequest['headers'];
}
type Answer = unknown;
/** What to answer to a route; a function may look at the request and set the status. */
export type Answers = Readonly<Record<string, Answer | ((seen: Seen, reply: FastifyReply) => Answer)>>;

/** A running API that records what it is asked. */
export async function fakeApi(answers: Answers) {
  const app = fastify();
  const seen: Seen[] = [];
  for (const { route } of operations) {
    const [method, path] = route.split(' ') as [HTTPMethods, string];
    app.route({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        seen.push({ method: request.method, url: request.url, body: request.body, headers: request.headers });
        const answer = answers[route];
        const value: Answer = typeof answer === 'function' ? (answer as (s: Seen, r: FastifyReply) => Answer)(seen.at(-1)!, reply) : answer;
        if (reply.sent) return reply;
        return reply.header('content-type', reply.getHeader('content-type') ?? 'application/json').send(
          typeof value === 'string' ? value : JSON.stringify(value ?? note),
        );
      },
    });
  }
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const home = await mkdtemp(join(tmpdir(), 'smarteros-cli-'));
  return {
    url,
    home,
    seen,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** An RFC 9457 answer, as the API's own. */
export function problem(reply: FastifyReply, status: number, code: string, more: object = {}): object {
  reply.code(status).header('content-type', 'application/problem+json');
  return { type: `urn:smarteros:error:${code}`, title: `It is ${code}.`, status, code, requestId: 'r-1', ...more };
}

export interface Shown {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface At {
  readonly url?: string;
  readonly home?: string;
  readonly key?: string | undefined;
  readonly operatorKey?: string;
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly colours?: boolean;
  /** What is typed, as a terminal or as a pipe. */
  readonly typed?: string;
  readonly piped?: string;
}

function collector(colours: boolean) {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { hasColors: () => colours }), text: () => chunks.join('') };
}

/** Runs a command line; by default with a key, into a pipe. */
export async function cli(args: readonly string[], at: At = {}): Promise<Shown> {
  const out = collector(at.colours ?? false);
  const err = collector(at.colours ?? false);
  const stdin: PassThrough & { isTTY?: boolean } = new PassThrough();
  if (at.typed !== undefined) stdin.isTTY = true;
  stdin.end(at.typed ?? at.piped ?? '');
  const env: CliEnv = {
    catalogue: { operations: operations.map(describeOperation) },
    config: {
      url: at.url ?? 'http://127.0.0.1:1',
      key: 'key' in at ? at.key : 'smk_test',
      home: at.home ?? '/nowhere',
      operatorKey: () => at.operatorKey,
      language: 'en',
    },
    stdout: out.stream,
    stderr: err.stream,
    stdin: stdin as Input,
    isTTY: at.isTTY ?? false,
    columns: at.columns,
    version: '1.2.3',
  };
  const code = await runCli(args, env);
  return { code, out: out.text(), err: err.text() };
}
