import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Installation, installation } from '#host/installation.fixture.ts';
import { wantedNatives } from '#host/natives.ts';
import { signal } from '#host/processes.ts';

describe('up --with', () => {
  let host: Installation;
  before(async () => {
    host = await installation();
  });
  after(() => host.remove());

  const names = async (): Promise<string[]> => (await host.status()).processes.map(({ name }) => name);

  it('refuses an engine that there isn’t, and starts nothing', async () => {
    const { code, err } = await host.run('up', '-d', '--with', 'nope');
    assert.equal(code, 1);
    assert.match(err, /There is no such engine\.\n.*Choose echo/);
    assert.deepEqual(await names(), []);
  });

  it('refuses one beside a database that isn’t ours', async () => {
    const other = await installation({ DATABASE_URL: 'postgres://127.0.0.1:1/x' });
    const { code, err } = await other.run('up', '-d', '--with', 'echo');
    assert.equal(code, 1);
    assert.match(err, /embedded database only/);
    await other.remove();
  });

  it('runs it beside the rest, connects it, and gives it nothing of our environment', async () => {
    const { code, err } = await host.run('up', '-d', '--with', 'echo');
    assert.equal(code, 0, err);
    assert.deepEqual(await names(), ['supervisor', 'postgres', 'api', 'worker', 'echo']);
    assert.equal(host.calls().match(/^native /gm)?.length, 3, 'two were prepared, one connected');
    const seen = await (await fetch(`http://127.0.0.1:${host.port + 1}/`)).json();
    assert.deepEqual(seen, ['ECHO']);
  });

  it('says that a running SmarterOS has to stop first', async () => {
    const { code, err } = await host.run('up', '-d', '--without', 'echo');
    assert.equal(code, 1);
    assert.match(err, /Stop it first/);
  });

  it('starts it again when it dies', async () => {
    const pid = await host.pidOf('echo');
    signal(pid, 'SIGKILL');
    assert.equal((await host.until('degraded')).status, 'degraded');
    assert.equal((await host.until('running')).status, 'running');
    assert.notEqual(await host.pidOf('echo'), pid);
  });

  it('ends what a killed supervisor left', async () => {
    const pid = await host.pidOf('echo');
    signal(await host.pidOf('supervisor'), 'SIGKILL');
    assert.ok((await names()).includes('echo'));
    const { code, err } = await host.run('up', '-d');
    assert.equal(code, 0, err);
    assert.notEqual(await host.pidOf('echo'), pid);
  });

  it('is remembered, and tries again when it can’t be connected', async () => {
    await host.run('down');
    writeFileSync(join(host.home, 'break-native-connect'), '');
    const started = host.run('up', '-d');
    const report = await host.until('starting');
    assert.equal(report.status, 'starting');
    rmSync(join(host.home, 'break-native-connect'));
    assert.equal((await started).code, 0);
    assert.ok((await names()).includes('echo'));
  });

  it('is forgotten with --without', async () => {
    await host.run('down');
    await host.run('up', '-d', '--without', 'echo');
    assert.deepEqual(await names(), ['supervisor', 'postgres', 'api', 'worker']);
    assert.deepEqual(wantedNatives(host.home), []);
  });
});
