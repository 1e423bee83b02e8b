/**
 * Makes the types of the client from the document: `node test/openapi/generate.ts` writes client/schema.gen.ts,
 * `--check` only tells whether it still fits.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { buildCatalogue } from '#app/catalogue.ts';
import { VERSION } from '#app/version.ts';
import { openApiDocument } from '#surfaces/openapi/document.ts';

const TARGET = fileURLToPath(new URL('../../client/schema.gen.ts', import.meta.url));

/** The document of this checkout, the same on every machine. */
export const projectDocument = (): object =>
  openApiDocument(buildCatalogue(), { version: VERSION, publicUrl: 'http://localhost:8000' });

async function clientTypes(document: object): Promise<string> {
  const nodes = await openapiTypes(structuredClone(document) as Parameters<typeof openapiTypes>[0], {
    defaultNonNullable: false, // a default makes an input optional
  });
  return `// Made by test/openapi/generate.ts from the OpenAPI document. Don't edit.\n\n${astToString(nodes)}`;
}

/** True when the committed types are what the document gives. */
export async function isClientFresh(document: object): Promise<boolean> {
  return existsSync(TARGET) && readFileSync(TARGET, 'utf8') === (await clientTypes(document));
}

if (import.meta.main) {
  const document = projectDocument();
  if (!process.argv.includes('--check')) writeFileSync(TARGET, await clientTypes(document));
  else if (!(await isClientFresh(document))) {
    console.error('client/schema.gen.ts is stale: run node test/openapi/generate.ts');
    process.exitCode = 1;
  }
}
