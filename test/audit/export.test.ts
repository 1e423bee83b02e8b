import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify as verifySignature, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createAuditWorld, type AuditWorld } from './world.ts';

const MAIN = join(import.meta.dirname, '../../src/app/main.ts');

describe('the exported audit', () => {
  let world: AuditWorld;
  let key: string;
  let folder: string;
  let keys: string;
  before(async () => {
    world = await createAuditWorld();
    const company = await world.t.tenant();
    ({ key } = company);
    await world.write(company.id, 40);
    await world.t.request('POST /contacts', { token: key, body: { name: 'Ana' } });
    await world.seal();
    assert.equal((await world.t.request('POST /audit/checkpoints', { token: key, body: {} })).status, 200);
    await world.seal();
    folder = mkdtempSync(join(tmpdir(), 'smarteros-audit-'));
    keys = join(folder, 'jwks.json');
    const { body } = await world.t.request('GET /.well-known/jwks.json');
    writeFileSync(keys, typeof body === 'string' ? body : JSON.stringify(body));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.stop();
  });

  async function lines(format: string, limit = 7): Promise<string[]> {
    const all: string[] = [];
    for (let cursor = ''; ;) {
      const query = `format=${format}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { body } = await world.t.request(`GET /audit/export?${query}`, { token: key });
      all.push(...body.data);
      if (body.nextCursor === null) return all;
      cursor = body.nextCursor;
    }
  }
  function offline(text: string, ...more: string[]): { status: number | null; said: string } {
    const file = join(folder, 'export');
    writeFileSync(file, text);
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'audit', 'verify', file, ...more], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, said: stdout + stderr };
  }

  it('is told in words when it is none, or isn’t there', () => {
    for (const [args, words] of [
      [[join(folder, 'missing')], /^Error: .*missing: there is no such file\.\n$/],
      [[keys], /^Error: .*jwks\.json: it is no exported audit\.\n$/],
      [['a', 'b'], /^Error: one FILE at a time\n\nUsage:/],
      [['a', '--nonsense'], /^Error: .*--nonsense[^]*Usage:/],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, [MAIN, 'audit', 'verify', ...args], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      assert.equal(status, 2);
      assert.match(stderr, words);
    }
  });

  it('is verified offline in all its forms, with the signature', async () => {
    const jsonl = await lines('jsonl');
    const forms = {
      'JSON lines': jsonl.join('\n'),
      CSV: (await lines('csv')).join('\r\n'),
      answer: JSON.stringify({ data: jsonl, nextCursor: null }),
    };
    for (const [form, text] of Object.entries(forms)) {
      const { status, said } = offline(text, '--keys', keys);
      assert.equal(status, 0, `${form}: ${said}`);
      assert.match(said, /^\d+ rows, each in its place and unchanged/, form);
      assert.match(said, /was signed for row \d+, and agrees/, form);
    }
    assert.match(offline(forms.CSV).said, /No signature was checked/);
  });

  it('betrays a change, a missing line and a forged checkpoint', async () => {
    const jsonl = await lines('jsonl');
    const changed = jsonl.with(4, jsonl[4]!.replace('thing.done', 'thing.gone'));
    assert.deepEqual(offline(changed.join('\n')), {
      status: 1,
      said: `Row 5 is changed (${JSON.parse(jsonl[4]!).id}); 4 before it are right.\n`,
    });
    assert.match(offline(jsonl.toSpliced(6, 1).join('\n')).said, /^Row 7 is missing/);
    const { checkpoint } = JSON.parse(jsonl.at(-1)!) as { checkpoint: string };
    const [head, , signature] = checkpoint.split('.');
    const payload = Buffer.from(
      JSON.stringify({ sub: JSON.parse(jsonl[0]!).tenantId, number: 1, hash: '0'.repeat(64), iat: 1 }),
    );
    const forged = `${head}.${payload.toString('base64url')}.${signature}`;
    const { status, said } = offline(jsonl.join('\n'), '--keys', keys, '--checkpoint', forged);
    assert.equal(status, 1);
    assert.match(said, /not signed by any of those keys/);
    const short = offline(jsonl.slice(0, 5).join('\n'), '--keys', keys, '--checkpoint', checkpoint);
    assert.equal(short.status, 1);
    assert.match(short.said, /row \d+ is not the one that was signed/);
  });

  it('can be verified by a program of anybody, who read docs/audit.md', async () => {
    const jsonl = await lines('jsonl');
    const { checkpoint } = JSON.parse(jsonl.pop()!) as { checkpoint: string };
    let before_ = Buffer.alloc(32);
    const names = [
      'tenantId',
      'id',
      'at',
      'actorKind',
      'actorId',
      'actorName',
      'action',
      'operation',
      'target',
      'requestId',
    ];
    for (const [i, line] of jsonl.entries()) {
      const row = JSON.parse(line) as Record<string, string | null>;
      const fields = ['smarteros.audit.v1', String(i + 1), ...names.map((name) => row[name]!)];
      const text = fields.map((one) => (one === null ? '-,' : `${Buffer.byteLength(one)}:${one},`)).join('');
      before_ = createHash('sha256').update(before_).update(text).digest();
      assert.equal(row['hash'], before_.toString('hex'));
    }
    const [head, payload, signature] = checkpoint.split('.') as [string, string, string];
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
    const { body } = await world.t.request('GET /.well-known/jwks.json');
    const set = (typeof body === 'string' ? JSON.parse(body) : body) as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const jwk = set.keys.find((one) => one.kid === kid)!;
    const publicKey = {
      key: createPublicKey({ key: jwk, format: 'jwk' }),
      dsaEncoding: 'ieee-p1363' as const,
    };
    assert.ok(
      verifySignature(
        'sha256',
        Buffer.from(`${head}.${payload}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      ),
    );
  });

  it('says how it is used', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'audit', 'verify', 'a', 'b'], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /^Error: one FILE at a time\n\nUsage: smarteros audit verify FILE/);
  });
});
