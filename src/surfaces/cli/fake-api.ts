import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import fastify, { type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify';
import { describeOperation } from '#kernel/compile.ts';
import { fileOperations, note, operations } from './fake-operations.ts';
import { runCli } from './index.ts';
import type { CliEnv } from './types.ts';

/** For this folder's tests only: a server that answers as it is told, and a terminal to look at. */

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: FastifyRequest['headers'];
}
type Answerer = (seen: Seen, reply: FastifyReply) => object | string | undefined;
/** What to answer to a route; a function may look at the request and set the status. */
export type Answers = Readonly<Record<string, object | string | Answerer>>;

/** A running API that records what it is asked. */
export async function fakeApi(answers: Answers) {
  const app = fastify();
  const seen: Seen[] = [];
  for (const { route } of [...operations, ...fileOperations]) {
    const [method, path] = route.split(' ') as [HTTPMethods, string];
    app.route({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        seen.push({ method: request.method, url: request.url, body: request.body, headers: request.headers });
        const given = answers[route];
        const value = typeof given === 'function' ? (given as Answerer)(seen.at(-1)!, reply) : given;
        if (reply.sent) return reply;
        return reply
          .header('content-type', reply.getHeader('content-type') ?? 'application/json')
          .send(typeof value === 'string' ? value : JSON.stringify(value ?? note));
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
  return {
    type: `urn:smarteros:error:${code}`,
    title: `It is ${code}.`,
    status,
    code,
    requestId: 'r-1',
    ...more,
  };
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
      chunks.push(chunk);
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
    catalogue: {
      operations: [...operations, ...(args[0] === 'files' ? fileOperations : [])].map(describeOperation),
    },
    config: {
      url: at.url ?? 'http://127.0.0.1:1',
      key: 'key' in at ? at.key : 'smk_test',
      home: at.home ?? '/nowhere',
      operatorKey: () => at.operatorKey,
      language: 'en',
    },
    stdout: out.stream,
    stderr: err.stream,
    stdin,
    isTTY: at.isTTY ?? false,
    columns: at.columns,
    version: '1.2.3',
  };
  const code = await runCli(args, env);
  return { code, out: out.text(), err: err.text() };
}
