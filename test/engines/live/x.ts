import { startN8n } from './n8n.ts';
import { writeFileSync } from 'node:fs';
const t=Date.now();
const live = await startN8n();
console.log(live.url, JSON.stringify(live.credentials), Date.now()-t);
writeFileSync('/tmp/n8n-live.json', JSON.stringify(live));
process.on('SIGTERM', async () => { await live.stop(); process.exit(0); });
setInterval(()=>{}, 1e6);
