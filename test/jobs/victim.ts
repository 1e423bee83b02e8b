/** A worker process of its own, to be killed: its jobs begin and never end. Arguments: database URL, jobs' names. */
import { defineJob } from '#core/job.ts';
import { createWorker } from '#kernel/worker.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { noted } from '#test/jobs/company.ts';

const [url = '', ...names] = process.argv.slice(2);
const pool = (role: 'app' | 'relay' | 'identity') => createPool({ url, secret: SECRET, role, max: 5 });
const say = (_: object, message: string): void => console.log(message);

await createWorker({
  pools: { app: pool('app'), identity: pool('identity'), relay: pool('relay') },
  directUrl: roleUrl(url, SECRET, 'relay'),
  jobs: names.map((name) =>
    defineJob({
      name: name as 'things.kill',
      summary: 'Begins.',
      on: noted,
      attempts: name === 'things.once' ? 1 : 10,
      run: (_, event) => {
        console.log(`began ${event.data.n}`);
        return new Promise(() => {});
      },
    }),
  ),
  clock: systemClock,
  log: { debug: () => {}, info: say, warn: say, error: say },
  capability: () => undefined,
  concurrency: 2,
});
