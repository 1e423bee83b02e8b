import { native } from '#engines/n8n/native.ts';
import { startN8n } from '#test/engines/live/n8n.ts';
import { n8nContract } from './contract.ts';

n8nContract(`live ${native.version}`, async () => ({ ...(await startN8n()), version: native.version }));
