import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { EVENTS } from '#app/events.ts';
import { listJobs } from '#app/jobs.ts';

describe('the list of events', () => {
  it('has each event that a job reacts to', () => {
    const jobs = listJobs({} as Parameters<typeof listJobs>[0]);
    for (const job of jobs) if ('on' in job) assert.ok(EVENTS.includes(job.on), job.name);
  });

  it('has each name once', () => {
    const names = EVENTS.map((event) => event.name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('asks for scopes that exist', () => {
    const { scopes } = buildCatalogue();
    for (const { name, scope } of EVENTS)
      assert.ok(scope === null || scopes.includes(scope), `${name}: ${scope}`);
  });
});
