import { openStandIn } from '#test/engines/stand-in.ts';
import { contract, type Odoo } from './contract.ts';
import type { Version } from './stand-in/models.ts';
import { OdooServer } from './stand-in/server.ts';

const VERSIONS: readonly Version[] = [16, 17, 18, 19];

async function open(version: Version): Promise<Odoo> {
  const masterPassword = 'master-of-the-stand-in';
  const server = new OdooServer(version, masterPassword);
  const url = await openStandIn((asked) => server.answer(asked));
  return { url, masterPassword, stop: () => Promise.resolve() };
}

for (const version of VERSIONS) contract(`stand-in ${version}`, version, () => open(version));
