/** Run by scalar.ts as a process: writes Scalar's browser bundle to the standard output, gzipped. */
import { gzipSync } from 'node:zlib';
import scalar from '@scalar/fastify-api-reference';
import fastify from 'fastify';

const app = fastify();
await app.register(scalar, { routePrefix: '/reference', configuration: { url: '/openapi.json' } });
const { statusCode, rawPayload } = await app.inject('/reference/js/scalar.js');
if (statusCode !== 200) throw new Error(`Scalar answered ${statusCode} for its own bundle`);
process.stdout.write(gzipSync(rawPayload, { level: 9 }));
