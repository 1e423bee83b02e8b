import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemClock } from '#platform/clock.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { OdooCompany } from './company.ts';
import type { Odoo } from './contract.ts';
import { loginFlow } from './login-flow.ts';
import { OdooServer } from './stand-in/server.ts';

async function open(): Promise<Odoo> {
  const masterPassword = 'master-of-the-stand-in';
  const server = new OdooServer(19, masterPassword);
  const url = await openStandIn((asked) => server.answer(asked));
  return { url, masterPassword, stop: () => Promise.resolve() };
}

loginFlow('stand-in 19', '19.0', open);

describe('an Odoo of many databases that loads auth_oauth for none', () => {
  it('gets our button, and no link that would lead nowhere', async () => {
    const server = new OdooServer(19, 'master');
    server.serverWide = false;
    const url = await openStandIn((asked) => server.answer(asked));
    const one = new OdooCompany({
      url,
      shared: true,
      credentials: { masterPassword: 'master' },
      settings: {},
    });
    await one.discover();
    await one.reach('present');
    const ugid = systemClock.id();
    const id = await one.put({ ugid });
    const database = String(one.state['database']);
    assert.deepEqual(await one.launch({ ugid }, id), {
      url: `${url}/web/login?db=${database}`,
      expiresAt: null,
      reason: 'database_choice',
    });
    const state = JSON.stringify({ d: database, p: one.state['providerId'] });
    const back = { uri: `${url}/auth_oauth/signin`, state };
    assert.equal((await one.enter({ ugid }, id, back)).reason, null);
    server.serverWide = true;
    await one.reach('present');
    assert.equal((await one.launch({ ugid }, id)).reason, null);
  });
});
