import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { withoutLogin, withoutPassword } from '#host/database-url.ts';
import { checkClock, checkDisk, checkMemory, checkNode, checkVersion } from '#host/doctor-checks.ts';
import { localUrl, probe } from '#host/health.ts';
import { lockHolder, releaseLock, takeLock } from '#host/lock.ts';
import { readFrom, rotate, tailOf } from '#host/log-files.ts';
import { parseLine, summarise } from '#host/log-lines.ts';
import { claimPort, portHolder } from '#host/port.ts';
import { identify, isRunning } from '#host/processes.ts';

const home = mkdtempSync(join(tmpdir(), 'smarteros-parts-'));
describe('the parts of the host', () => {
  before(() => mkdirSync(join(home, 'run')));
  after(() => rmSync(home, { recursive: true, force: true }));

  describe('database URLs', () => {
    it('hide passwords', () => {
      assert.equal(
        withoutPassword('postgres://me:pw@h:5/x?sslmode=require'),
        'postgres://me:***@h:5/x?sslmode=require',
      );
      assert.equal(withoutPassword('postgres://me@h/x?password=pw'), 'postgres://me@h/x?password=***');
      assert.equal(withoutPassword('postgres://h/x'), 'postgres://h/x');
    });

    it('lose the login for the services', () => {
      assert.equal(
        withoutLogin('postgres://me:pw@h:5/x?sslmode=require'),
        'postgres://h:5/x?sslmode=require',
      );
      assert.equal(
        withoutLogin('postgres://h/x?user=me&password=pw&host=%2Frun'),
        'postgres://h/x?host=%2Frun',
      );
    });
  });

  describe('log lines', () => {
    it('reads ours, pino numbers and PostgreSQL', () => {
      const time = Date.parse('2026-01-02T03:04:05.678Z');
      const ours =
        '{"level":"warn","time":"2026-01-02T03:04:05.678Z","service":"api","msg":"slow","ms":7,"why":"two words"}';
      assert.deepEqual(parseLine(ours), { time, level: 'warn', msg: 'slow', extra: 'ms=7 why="two words"' });
      const numbers = `{"level":50,"time":${time},"pid":1,"hostname":"h","msg":"x","err":{"message":"no"}}`;
      assert.deepEqual(parseLine(numbers), { time, level: 'error', msg: 'x', extra: 'err="no"' });
      const postgres = '2026-01-02 03:04:05.678 UTC [7] app@smarteros ERROR:  duplicate key';
      assert.deepEqual(parseLine(postgres), { time, level: 'error', msg: 'ERROR: duplicate key', extra: '' });
      assert.deepEqual(parseLine('hello'), { level: 'info', msg: 'hello', extra: '' });
      assert.equal(parseLine('{"level":"info","ti').msg, '{"level":"info","ti');
    });

    it('finds the line that explains an end', () => {
      const crash = [
        '/x.ts:1',
        "    throw new TypeError('no')",
        'TypeError: no',
        '    at f (x.ts:1)',
        '}',
        'Node.js v24.0.0',
      ];
      assert.equal(summarise(crash), 'TypeError: no');
      assert.equal(summarise(['{"level":"fatal","msg":"boom"}', '{"level":"info","msg":"bye"}']), 'boom');
      assert.equal(summarise(['one', 'two', '']), 'two');
      assert.equal(summarise([]), '');
    });
  });

  describe('log files', () => {
    const path = join(home, 'x.log');

    it('rotates, keeps five, and its writer goes on in the same file', () => {
      for (let round = 1; round <= 7; round++) {
        appendFileSync(path, `${round}`.repeat(20));
        rotate(path, 20);
        assert.equal(readFileSync(path, 'utf8'), '');
      }
      const kept = [1, 2, 3, 4].map((index) => readFileSync(`${path}.${index}`, 'utf8')[0]);
      assert.deepEqual(kept, ['7', '6', '5', '4']);
      assert.equal(existsSync(`${path}.5`), false);
      writeFileSync(path, 'small');
      rotate(path, 20);
      assert.equal(readFileSync(path, 'utf8'), 'small');
    });

    it('reads from a mark, and from the start when the file was rotated since', () => {
      writeFileSync(path, 'one\ntwo\nthree\n');
      assert.equal(readFrom(path, 8), 'three\n');
      assert.equal(readFrom(path, 999), 'one\ntwo\nthree\n');
      assert.equal(readFrom(path, 0, 6), 'three\n');
      assert.deepEqual(tailOf(path, 2), ['two', 'three']);
      assert.equal(readFrom(join(home, 'none'), 0), '');
    });
  });

  describe('processes and the lock', () => {
    it('knows a process by more than its number', () => {
      const self = identify(process.pid);
      assert.ok(self && isRunning(self));
      assert.equal(isRunning({ ...self, startTicks: self.startTicks - 1 }), false);
      assert.equal(isRunning({ ...self, boot: 'another' }), false);
    });

    it('is taken once, and given back', () => {
      assert.equal(lockHolder(home), undefined);
      assert.equal(takeLock(home), true);
      assert.equal(takeLock(home), true, 'it is ours already');
      assert.equal(lockHolder(home)?.pid, process.pid);
      releaseLock(home);
      assert.equal(lockHolder(home), undefined);
    });

    it('passes on from a dead holder, and stays with a living one', async () => {
      const path = join(home, 'run', 'supervisor.pid');
      const child = spawn('sleep', ['30']);
      const id = identify(child.pid ?? 0);
      writeFileSync(path, JSON.stringify(id));
      assert.equal(takeLock(home), false);
      assert.equal(lockHolder(home)?.pid, child.pid);
      child.kill('SIGKILL');
      await once(child, 'exit');
      assert.equal(takeLock(home), true);
      writeFileSync(path, 'not json');
      assert.equal(takeLock(home), true);
      releaseLock(home);
    });
  });

  describe('port and health', () => {
    it('tells who listens', async () => {
      const server = createServer((_request, response) => response.writeHead(503).end()).listen(
        0,
        '127.0.0.1',
      );
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      try {
        assert.equal(portHolder(port)?.pid, process.pid);
        await assert.rejects(claimPort('127.0.0.1', port), new RegExp(`taken by process ${process.pid} `));
        assert.equal(await probe('127.0.0.1', port), 'unhealthy');
      } finally {
        server.close();
      }
      await once(server, 'close');
      assert.equal(await claimPort('127.0.0.1', port), port);
      assert.equal(await probe('127.0.0.1', port), 'silent');
      await assert.rejects(claimPort('203.0.113.1', 0), /no address/);
    });

    it('wants JSON', async () => {
      let type = 'text/html';
      const server = createServer((_request, response) => response.setHeader('content-type', type).end('{}'));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      assert.equal(await probe('0.0.0.0', port), 'unhealthy');
      type = 'application/json; charset=utf-8';
      assert.equal(await probe('127.0.0.1', port), 'healthy');
      server.close();
    });

    it('names addresses as a person on this machine types them', () => {
      assert.equal(localUrl('0.0.0.0', 1), 'http://localhost:1');
      assert.equal(localUrl('::1', 1), 'http://localhost:1');
      assert.equal(localUrl('10.0.0.5', 1), 'http://10.0.0.5:1');
      assert.equal(localUrl('fd00::5', 1), 'http://[fd00::5]:1');
    });
  });

  describe('the doctor', () => {
    it('knows the oldest safe minor of each PostgreSQL', () => {
      const level = (version: number): string => checkVersion(version).level;
      assert.deepEqual([150_013, 150_014, 160_009, 160_010, 170_005, 170_006].map(level), [
        'fail',
        'ok',
        'fail',
        'ok',
        'fail',
        'ok',
      ]);
      assert.deepEqual([140_022, 180_000].map(level), ['fail', 'ok']);
    });

    it('warns before it fails', () => {
      const mib = 1024 * 1024;
      assert.deepEqual(
        [100, 500, 2000].map((free) => checkDisk(home, free * mib).level),
        ['fail', 'warn', 'ok'],
      );
      assert.deepEqual(
        [100, 500].map((free) => checkMemory(free * mib).level),
        ['warn', 'ok'],
      );
      assert.deepEqual(
        ['20.1.0', '24.3.0', '26.0.0'].map((version) => checkNode(version).level),
        ['fail', 'ok', 'ok'],
      );
      assert.equal(checkClock(new Date(0)).level, 'fail');
      assert.equal(checkClock().level, 'ok');
    });
  });
});
