import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CADDY_TIMEOUT_MS } from '#test/harness/caddy.ts';
import {
  type Edge,
  type Listening,
  raw,
  type Seen,
  startEdge,
  startUpstream,
  startValidator,
} from './world.ts';

const NAMES = ['Ugid', 'Tenant', 'Roles', 'Scopes', 'Assertion'].map((name) => `X-Smarteros-${name}`);
const EVIL = 'evil';

/** How a caller might write a header of ours so that it slips past, or is read as ours behind. */
const DISGUISES: Readonly<Record<string, (name: string) => readonly string[]>> = {
  exact: (name) => [`${name}: ${EVIL}`],
  'lower case': (name) => [`${name.toLowerCase()}: ${EVIL}`],
  'upper case': (name) => [`${name.toUpperCase()}: ${EVIL}`],
  'odd case': (name) => [
    `${name.replace(/[a-z]/g, (c, i) => (Number(i) % 2 ? c.toUpperCase() : c))}: ${EVIL}`,
  ],
  underscores: (name) => [`${name.replaceAll('-', '_')}: ${EVIL}`],
  'first underscore': (name) => [`${name.replace('-', '_')}: ${EVIL}`],
  'last underscore': (name) => [`${name.replace(/-(?=[^-]*$)/, '_')}: ${EVIL}`],
  duplicate: (name) => [`${name}: ${EVIL}`, `${name}: ${EVIL}2`],
  'duplicate, mixed': (name) => [
    `${name}: ${EVIL}`,
    `${name.replaceAll('-', '_').toUpperCase()}: ${EVIL}`,
    `${name.toLowerCase()}: ${EVIL}`,
  ],
  'trailing space': (name) => [`${name} : ${EVIL}`],
  'trailing tab': (name) => [`${name}\t: ${EVIL}`],
  'leading space': (name) => [` ${name}: ${EVIL}`],
  'folded line': (name) => [`X-Other: a`, ` ${name}: ${EVIL}`],
  'bare line feed': (name) => [`X-Other: a\n${name}: ${EVIL}`],
  'bare carriage return': (name) => [`X-Other: a\r${name}: ${EVIL}`],
  'hop by hop': (name) => [`${name}: ${EVIL}`, `Connection: close, ${name}`],
  'longer name': (name) => [`${name}-2: ${EVIL}`],
  dot: (name) => [`${name.replaceAll('-', '.')}: ${EVIL}`],
};

const ours = ({ headers }: Seen): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  // As a careless backend reads them: CGI and WSGI make one of every sign that is neither letter nor digit.
  for (const [name, value] of headers) {
    const read = name.toLowerCase().replaceAll('_', '-');
    if (/^x.?smarteros/.test(read)) (found[read] ??= []).push(value);
  }
  return found;
};

describe('identity headers behind a real Caddy', () => {
  let edge: Edge;
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let validator: Listening;
  let answer: Record<string, string> = {};

  before(
    async () => {
      upstream = await startUpstream();
      validator = await startValidator((_, response) => response.writeHead(200, answer).end());
      edge = await startEdge(validator.port, upstream.port);
    },
    { timeout: CADDY_TIMEOUT_MS },
  );
  after(async () => {
    await edge.stop();
    await Promise.all([upstream.close(), validator.close()]);
  });
  beforeEach(() => void upstream.seen.splice(0));

  it('come from the validator', async () => {
    answer = Object.fromEntries(NAMES.map((name, i) => [name, `true${i}`]));
    assert.equal((await raw(edge.odooPort)).status, 200);
    assert.deepEqual(ours(upstream.seen[0]!), {
      'x-smarteros-ugid': ['true0'],
      'x-smarteros-tenant': ['true1'],
      'x-smarteros-roles': ['true2'],
      'x-smarteros-scopes': ['true3'],
      'x-smarteros-assertion': ['true4'],
    });
  });

  for (const [disguise, lines] of Object.entries(DISGUISES)) {
    for (const present of ['present in', 'empty in', 'absent from']) {
      it(`are never the caller's: ${disguise}, ${present} the answer`, async () => {
        for (const name of NAMES) {
          upstream.seen.splice(0);
          const others = NAMES.filter((other) => other !== name);
          answer = Object.fromEntries(others.map((other) => [other, 'true']));
          if (present !== 'absent from') answer[name] = present === 'empty in' ? '' : 'true';
          const { status } = await raw(edge.odooPort, { lines: lines(name) });
          const [seen] = upstream.seen;
          assert.equal(upstream.seen.length, status === 200 ? 1 : 0, `${name}: ${status}`);
          if (!seen) {
            assert.equal(status, 400, name);
            continue;
          }
          assert.ok(
            !JSON.stringify(Object.values(ours(seen))).includes(EVIL),
            `${name}: ${JSON.stringify(ours(seen))}`,
          );
          for (const other of others) assert.deepEqual(ours(seen)[other.toLowerCase()], ['true'], name);
          const own = ours(seen)[name.toLowerCase()];
          if (present === 'present in') assert.deepEqual(own, ['true'], name);
          else assert.ok(own === undefined || own.every((value) => value === ''), `${name}: ${own?.join()}`);
        }
      });
    }
  }
});
