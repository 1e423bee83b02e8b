import { startServer } from '#test/conformance/server.ts';
const s = await startServer();
console.log(s.url);
process.once('SIGTERM', () => void s.stop());
