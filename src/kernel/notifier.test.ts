import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNotifier } from '#kernel/notifier.ts';
import { openSession } from '#platform/db/session.ts';
import { listenForEvents } from '#platform/db/outbox.ts';
import { House, until } from '#test/jobs/company.ts';

describe('notifier', () => {
  it('tells the relay once for many commits, and never throws', async () => {
    const house = await House.build();
    let heard = 0;
    const session = await openSession({
      url: house.relayUrl,
      name: 'test',
      onNotification: () => void heard++,
    });
    await session.batch([listenForEvents]);
    const afterEvents = createNotifier(house.app);
    for (let i = 0; i < 50; i++) afterEvents();
    await until('it is heard', () => heard > 0);
    await sleep(50);
    assert.equal(heard, 1);
    afterEvents();
    await until('it is heard again', () => heard === 2);
    await session.end();
    await house.tearDown();
    afterEvents();
    await sleep(50);
  });
});
