import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CADDY_TIMEOUT_MS } from '#test/harness/caddy.ts';
import { type Edge, type Listening, raw, startEdge, startUpstream, startValidator } from './world.ts';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** What a validator in trouble does, and what the caller must hear; upstream must hear nothing. */
const TROUBLES: Readonly<Record<string, { does: Respond; status: number }>> = {
  'an internal error': { does: (_, response) => response.writeHead(500).end(), status: 500 },
  'not available': { does: (_, response) => response.writeHead(503).end(), status: 503 },
  'too many requests': { does: (_, response) => response.writeHead(429).end(), status: 429 },
  'a redirect': { does: (_, response) => response.writeHead(302, { location: '/login' }).end(), status: 302 },
  'not modified': { does: (_, response) => response.writeHead(304).end(), status: 304 },
  'a hang-up': { does: (request) => request.socket.destroy(), status: 502 },
  'half an answer': {
    does: (request) => request.socket.end('HTTP/1.1 200 OK\r\nX-Smarteros-Ug'),
    status: 502,
  },
  'no HTTP': { does: (request) => request.socket.end('220 mail.example ESMTP\r\n\r\n'), status: 502 },
  silence: { does: () => {}, status: 504 },
};

describe('a validator in trouble, behind a real Caddy', () => {
  let edge: Edge;
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let validator: Listening;
  let respond: Respond = (_, response) => response.end();

  before(
    async () => {
      upstream = await startUpstream();
      validator = await startValidator((request, response) => respond(request, response));
      edge = await startEdge(validator.port, upstream.port);
    },
    { timeout: CADDY_TIMEOUT_MS },
  );
  after(async () => {
    await edge.stop();
    await upstream.close();
  });
  beforeEach(() => void upstream.seen.splice(0));

  for (const [trouble, { does, status }] of Object.entries(TROUBLES)) {
    it(`lets nobody past: ${trouble}`, async () => {
      respond = does;
      assert.equal((await raw(edge.odooPort)).status, status);
      assert.equal(upstream.seen.length, 0);
    });
  }

  it('lets nobody past once it is gone', async () => {
    respond = (_, response) => response.end();
    assert.equal((await raw(edge.odooPort)).status, 200);
    await validator.close();
    upstream.seen.splice(0);
    assert.equal((await raw(edge.odooPort)).status, 502);
    assert.equal(upstream.seen.length, 0);
  });
});
