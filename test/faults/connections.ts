import { setTimeout as sleep } from 'node:timers/promises';
import { createApi } from '#app/api.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { contactCreated } from '#features/contacts/index.ts';
import { createWorker } from '#kernel/worker.ts';
import { systemClock } from '#platform/clock.ts';
import { loadConfig } from '#platform/config.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { createLogger } from '#platform/log.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { ask, ANSWER_LIMIT_MS } from './client.ts';
import { Proxy } from './proxy.ts';
import { type Report, seconds } from './report.ts';

/** Shorter than the product's, so that a take-over takes two seconds. */
const TIMING = { beatMs: 300, silenceMs: 1_000 };
const JOB_LIMIT_MS = 10_000;
const POOL = 4;
const LOOK_MS = 20;
const log = createLogger({ level: 'silent', service: 'faults' });

/** Faults of the way to the database, made exactly where they hurt: what kills meet by luck only. */
export async function checkConnections(report: Report): Promise<void> {
  const direct = await createTestApi();
  const proxy = await Proxy.start(direct.database.url);
  try {
    await checkApi(report, direct, proxy);
    await checkJobs(report, direct, proxy);
  } finally {
    await proxy.stop();
    await direct.stop();
  }
}

async function checkApi(report: Report, direct: TestApi, proxy: Proxy): Promise<void> {
  const config = loadConfig({ SMARTEROS_HOME: direct.home, SMARTEROS_SECRET: SECRET.toString() });
  const api = await createApi({ config, databaseUrl: proxy.url, log });
  const url = await api.server.listen({ host: '127.0.0.1', port: 0 });
  const { key: token } = await direct.tenant();
  try {
    const body = { name: 'Lost Answer' };
    const write = { token, body, headers: { 'idempotency-key': 'lost-answer' } };
    await ask(url, 'GET /contacts', { token });
    proxy.lose({ request: 'lost-answer' });
    const first = await ask(url, 'POST /contacts', write);
    report.check(
      'a write whose commit is not confirmed is answered 503 with Retry-After',
      proxy.lost === 1 && first.status === 503 && !first.problem,
      first.problem ?? first.status,
    );
    const again = await ask(url, 'POST /contacts', write);
    const { body: page } = await ask(url, 'GET /contacts?q=lost', { token });
    const same =
      again.status === 201 && again.replayed && page.data.length === 1 && page.data[0].id === again.body.id;
    report.check(
      'repeated with its key it was done once',
      same,
      `${again.status}, ${page.data.length} contacts`,
    );

    proxy.freeze();
    const hung = await Promise.all(
      ['GET /contacts', 'GET /audit', 'GET /health'].map((route) => ask(url, route, { token })),
    );
    const problems = hung
      .filter(({ status }) => status !== 503)
      .map(({ problem, status }) => problem ?? status);
    report.check(
      `a database that stands still is told within ${ANSWER_LIMIT_MS / 1_000} s`,
      problems.length === 0,
      problems.join('; '),
    );
    proxy.thaw();
    const works = await until(async () => (await ask(url, 'GET /contacts', { token })).status === 200);
    report.check('and used again when it moves', works);
  } finally {
    proxy.thaw();
    api.server.server.closeAllConnections();
    await api.stop();
  }
}

/** The answer to "give me jobs" is lost: those jobs are locked by a worker that lives and doesn't know of them. */
async function checkJobs(report: Report, direct: TestApi, proxy: Proxy): Promise<void> {
  const handled: string[] = [];
  const job = defineJob({
    name: 'faults.lost',
    summary: 'Notes what it handled.',
    on: contactCreated,
    run: async (_, event) => void handled.push(event.data.id),
  });
  const worker = await startWorker(proxy.url, direct.database.url, [job]);
  const { key: token, id: tenant } = await direct.tenant();
  const create = async (): Promise<string> =>
    (await direct.request('POST /contacts', { token, body: { name: 'Lost Job' } })).body.id;
  try {
    const first = await create();
    report.check('a worker handles events', await until(() => handled.includes(first)));
    // The job's payload names its tenant, and it is only the fetch that answers with payloads on this way.
    proxy.lose({ answer: tenant });
    const lostBefore = proxy.lost;
    const second = await create();
    const began = performance.now();
    const ran = await until(() => handled.includes(second));
    report.check('the fetch of the job was lost', proxy.lost === lostBefore + 1, proxy.lost);
    report.check(
      'a job whose fetch was answered into the void runs all the same',
      ran,
      ran ? `${seconds(performance.now() - began)} s` : 'never: it stays locked while its worker lives',
    );
  } finally {
    await worker.stop();
  }
}

/** Its queue goes through `url`; everything else takes the direct way, so that a fault hits what it is meant for. */
async function startWorker(
  url: string,
  direct: string,
  jobs: readonly JobDefinition[],
): Promise<{ stop(): Promise<void> }> {
  const app = createPool({ url: direct, secret: SECRET, role: 'app', max: POOL });
  const relay = createPool({ url, secret: SECRET, role: 'relay', max: POOL });
  const worker = await createWorker({
    pools: { app, identity: app, relay },
    directUrl: roleUrl(direct, SECRET, 'relay'),
    jobs,
    clock: systemClock,
    log,
    capability: () => undefined,
    concurrency: 2,
    timing: TIMING,
  });
  return {
    stop: async () => {
      await worker.stop();
      await Promise.all([app.end(), relay.end()]);
    },
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + JOB_LIMIT_MS;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await sleep(LOOK_MS);
  }
  return true;
}
