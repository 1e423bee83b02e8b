import assert from 'node:assert/strict';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Installation, installation } from '#host/installation.fixture.ts';

describe('a start that fails', () => {
  let host: Installation;
  before(async () => {
    // No server is there, and the stand-in never looks for it.
    host = await installation({ DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/x' });
  });
  after(() => host.remove());

  async function broken(name: string, use: () => Promise<void>): Promise<void> {
    const file = join(host.home, name);
    writeFileSync(file, '');
    await use().finally(() => rmSync(file));
  }

  async function refuses(reason: RegExp): Promise<void> {
    const { code, err } = await host.run('up', '--detach');
    assert.equal(code, 1);
    assert.match(err, reason);
    assert.match(err, /What to do: /);
    assert.equal((await host.status()).status, 'stopped');
  }

  it('shows what the migration said', () =>
    broken('break-migrate', () =>
      refuses(/brought up to date \(exit code 1\):[^]*migrate is broken on purpose/),
    ));

  it('shows why the API does not start', () =>
    broken('break-api', () => refuses(/api is broken on purpose/)));

  it('names who has the port', async () => {
    const server = createServer().listen(host.port, '127.0.0.1');
    await once(server, 'listening');
    try {
      await refuses(
        new RegExp(`Port ${host.port} is taken by process ${process.pid} \\(.*\\)[^]*SMARTEROS_PORT=`),
      );
    } finally {
      server.close();
    }
  });

  it('names what is wrong in the settings file, and still stops', async () => {
    const file = join(host.home, 'smarteros.yaml');
    writeFileSync(file, 'SMARTEROS_PROT: 1\n');
    const { code, err } = await host.run('up', '--detach');
    assert.equal(code, 1);
    assert.match(err, /SMARTEROS_PROT .*did you mean SMARTEROS_PORT\?/);
    assert.equal((await host.run('down')).code, 0);
    const doctor = await host.run('doctor');
    assert.equal(doctor.code, 1);
    assert.match(doctor.out, /✗ SMARTEROS_PROT/);
    rmSync(file);
  });

  it('says so when the home is not a folder', async () => {
    const file = join(host.home, 'file');
    writeFileSync(file, '');
    const other = await installation({ SMARTEROS_HOME: file });
    const { code, err } = await other.run('up', '--detach');
    assert.equal(code, 1);
    assert.match(err, /What to do: /);
    await other.remove();
  });

  it('runs with a database of somebody else, and never shows its password', async () => {
    assert.equal((await host.run('up', '--detach')).code, 0);
    const report = await host.status();
    assert.deepEqual(report.database, { url: 'postgres://me:***@127.0.0.1:1/x', embedded: false });
    assert.deepEqual(
      report.processes.map(({ name }) => name),
      ['supervisor', 'api', 'worker'],
    );
    assert.match(host.calls(), /^api postgres:\/\/127\.0\.0\.1:1\/x$/m);
    const shown = [report, await host.run('logs'), await host.run('status'), await host.run('doctor')];
    assert.doesNotMatch(JSON.stringify(shown), /hunter2/);
  });

  it('reports a key file that others can read', async () => {
    const key = join(host.home, 'secret.key');
    writeFileSync(key, 'k', { mode: 0o600 });
    chmodSync(key, 0o644);
    const { code, out } = await host.run('doctor');
    assert.equal(code, 1);
    assert.match(out, /✗ .*secret\.key is open to other users\.\n {2}→ chmod 600/);
  });
});
