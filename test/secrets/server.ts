/**
 * The API as a process of its own, logging at the lowest level, for a parent that reads all that it writes. It gets
 * its settings as the real one does and tells its address to the parent.
 */
import { createApi } from '#app/api.ts';
import { loadConfig } from '#platform/config.ts';
import { createLogger } from '#platform/log.ts';

const config = loadConfig();
const log = createLogger({ level: 'trace', service: 'api' });
const api = await createApi({ config, databaseUrl: config.databaseUrl!, log });
const url = await api.server.listen({ host: '127.0.0.1', port: 0 });
process.send!({ url });

process.once('disconnect', () => void stop());

async function stop(): Promise<void> {
  await api.stop();
  log.flush();
}
