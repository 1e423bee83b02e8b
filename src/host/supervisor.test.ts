import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { type Installation, installation, PATIENCE_MS, RUN } from '#host/installation.fixture.ts';
import { identify, signal, waitUntil } from '#host/processes.ts';
import type { StatusReport } from '#host/status.ts';

describe('up, status and down', () => {
  let host: Installation;
  before(async () => {
    host = await installation();
  });
  after(() => host.remove());

  it('is stopped at first', async () => {
    const { code, out } = await host.run('status', '--json');
    assert.equal(code, 3);
    assert.deepEqual(JSON.parse(out).processes, []);
  });

  it('starts in the background and says where it is', async () => {
    const { code, out, err } = await host.run('up', '--detach');
    assert.equal(code, 0, err);
    assert.match(out, /SmarterOS is running/);
    for (const path of ['', '/docs', '/mcp'])
      assert.match(out, new RegExp(`http://localhost:${host.port}${path}\n`));
    assert.match(out, /\.\/smarteros down/);
    assert.match(out, /tenants create --tax-id/);
  });

  it('reports exactly what the contract names', async () => {
    const report = await host.status();
    assert.deepEqual(Object.keys(report), ['status', 'api', 'console', 'database', 'processes']);
    assert.equal(report.status, 'running');
    assert.deepEqual(report.api, { url: `http://localhost:${host.port}` });
    assert.deepEqual(report.console, { url: null, status: 'absent' });
    assert.equal(report.database.embedded, true);
    assert.deepEqual(
      report.processes.map(({ name }) => name),
      ['supervisor', 'postgres', 'api', 'worker'],
    );
    for (const { pid, rssBytes } of report.processes) assert.ok(identify(pid) && rssBytes > 1_000_000);
    assert.equal((await host.run('status')).code, 0);
  });

  it('gives the administrator only to the migration', () => {
    const calls = Object.fromEntries(
      host
        .calls()
        .trim()
        .split('\n')
        .map((line) => line.split(' ') as [string, string]),
    );
    assert.match(calls['migrate'] ?? '', /^postgres:\/\/postgres:[\w-]{43}@localhost\/smarteros\?host=%2F/);
    for (const name of ['api', 'worker'])
      assert.match(calls[name] ?? '', /^postgres:\/\/localhost\/smarteros\?host=%2F/);
  });

  it('does not start twice', async () => {
    const pid = await host.pidOf('supervisor');
    for (const args of [['up', '-d'], ['up']]) {
      const { code, out } = await host.run(...args);
      assert.equal(code, 0);
      assert.match(out, /already running/);
    }
    assert.equal(await host.pidOf('supervisor'), pid);
  });

  for (const name of ['api', 'worker', 'postgres']) {
    it(`brings a killed ${name} back`, async () => {
      const pid = await host.pidOf(name);
      signal(pid, 'SIGKILL');
      await waitUntil(() => !identify(pid), PATIENCE_MS);
      const report = await host.until('running');
      assert.equal(report.status, 'running', JSON.stringify(report));
      const now = report.processes.find((process) => process.name === name)?.pid;
      assert.ok(now !== undefined && now !== pid);
    });
  }

  it('takes over after its supervisor was killed: the database stays, api and worker are replaced', async () => {
    const earlier = await host.status();
    const pidIn = (report: StatusReport, name: string) =>
      report.processes.find((process) => process.name === name)?.pid;
    signal(pidIn(earlier, 'supervisor') ?? 0, 'SIGKILL');
    await waitUntil(() => !identify(pidIn(earlier, 'supervisor') ?? 0), PATIENCE_MS);
    const abandoned = await host.status();
    assert.equal(abandoned.status, 'degraded');
    assert.match(abandoned.errors?.[0] ?? '', /supervisor was killed/);
    assert.equal((await host.run('up', '--detach')).code, 0);
    const now = await host.status();
    assert.equal(now.status, 'running');
    assert.equal(pidIn(now, 'postgres'), pidIn(earlier, 'postgres'));
    for (const name of ['api', 'worker']) {
      assert.notEqual(pidIn(now, name), pidIn(earlier, name));
      assert.equal(identify(pidIn(earlier, name) ?? 0), undefined);
    }
  });

  it('explains its commands, and refuses flags it does not know', async () => {
    for (const command of ['up', 'down', 'status', 'logs', 'doctor']) {
      const { code, out } = await host.run(command, '--help');
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Usage: smarteros ${command}`));
      const wrong = await host.run(command, '--fast');
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /'--fast'[^]*Usage: smarteros/);
    }
  });

  it('shows the logs of all processes in order', async () => {
    const { out } = await host.run('logs', '--lines', '500');
    const lines = out.trim().split('\n');
    const times = lines.map((line) => line.slice(0, 23));
    assert.deepEqual(times, times.toSorted());
    for (const text of ['api listens', 'worker ready', 'database system is ready', 'supervisor'])
      assert.ok(out.includes(text));
    assert.equal(out.includes('\u001b'), false);
    const one = await host.run('logs', '--process', 'api', '--lines', '1');
    assert.equal(one.out.trim().split('\n').length, 1);
    assert.equal((await host.run('logs', '--process', 'nobody')).code, 2);
  });

  it('finds itself in good health', async () => {
    const { code, out } = await host.run('doctor');
    assert.equal(code, 0, out);
    for (const text of [/✓ Port \d+: ours/, /✓ Database: reachable/, /✓ SmarterOS is running/])
      assert.match(out, text);
  });

  it('stops everything, and stopping again is no error', async () => {
    const { processes } = await host.status();
    const { code, out } = await host.run('down');
    assert.equal(code, 0);
    assert.match(out, /has stopped/);
    for (const { name, pid } of processes) assert.equal(identify(pid), undefined, name);
    const again = await host.run('down');
    assert.equal(again.code, 0);
    assert.match(again.out, /not running/);
    assert.equal((await host.status()).status, 'stopped');
  });

  it('cleans up when even the supervisor is gone', async () => {
    await host.run('up', '--detach');
    const { processes } = await host.status();
    signal(await host.pidOf('supervisor'), 'SIGKILL');
    assert.equal((await host.run('down')).code, 0);
    for (const { name, pid } of processes) assert.equal(identify(pid), undefined, name);
  });
});

describe('the foreground', () => {
  it('runs until Ctrl-C, then stops everything', async () => {
    const host = await installation({ DATABASE_URL: 'postgres://127.0.0.1:1/x' });
    const child = spawn(process.execPath, [RUN, 'up'], {
      env: host.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    try {
      await waitUntil(() => out.includes('SmarterOS is running'), PATIENCE_MS);
      assert.match(out, /Stop it with Ctrl-C/);
      const { processes } = await host.status();
      assert.equal(processes[0]?.pid, child.pid, 'the process of `up` became the supervisor');
      child.kill('SIGINT');
      const [code] = (await once(child, 'exit')) as [number | null];
      assert.equal(code, 0);
      assert.match(out, /SmarterOS has stopped/);
      for (const { name, pid } of processes) assert.equal(identify(pid), undefined, name);
    } finally {
      child.kill('SIGKILL');
      await host.remove();
    }
  });
});
