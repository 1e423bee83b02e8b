import { openStandIn } from '#test/engines/stand-in.ts';
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
