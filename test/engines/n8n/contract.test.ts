import { openStandIn } from '#test/engines/stand-in.ts';
import { n8nContract } from './contract.ts';
import { N8nServer } from './server.ts';

for (const version of ['1.121.3', '2.41.1'])
  n8nContract(`stand-in of ${version}`, async () => {
    const server = new N8nServer({ version });
    const url = await openStandIn((asked) => server.answer(asked));
    return { url, version, credentials: { apiKey: server.key }, stop: async () => {} };
  });
