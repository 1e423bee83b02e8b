import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ERRORS } from '#core/errors.ts';
import { defineOperation } from '#core/operation.ts';
import { compileCatalogue } from '#kernel/compile.ts';
import { sampleOperations } from '#test/openapi/sample.ts';
import { openApiDocument } from './document.ts';
import { possibleCodes } from './problems.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly $ref?: string;
  readonly required: boolean;
}
interface Response {
  readonly $ref?: string;
  readonly headers: object;
  readonly content: Record<string, { schema: object; examples?: Record<string, { value: unknown }> }>;
}
interface OperationObject {
  readonly operationId: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { required: boolean; content: Record<string, { schema: { properties: object } }> };
  readonly responses: Record<string, Response>;
  readonly security: readonly object[];
  readonly [extension: `x-${string}`]: unknown;
}
interface Document {
  readonly paths: Record<string, Record<string, OperationObject>>;
  readonly components: {
    readonly schemas: Record<string, object>;
    readonly parameters: Record<string, object>;
    readonly responses: Record<string, Response>;
  };
}

const INFO = { version: '1.2.3', publicUrl: 'https://api.example.com' };
const catalogue = compileCatalogue(sampleOperations);
const make = (): Document => openApiDocument(catalogue, INFO) as Document;
const document = make();

const at = (method: string, path: string): OperationObject => {
  const found = document.paths[path]?.[method];
  assert.ok(found, `${method} ${path} is documented`);
  return found;
};
const names = (operation: OperationObject, place: string): string[] =>
  (operation.parameters ?? []).filter((one) => one.in === place).map((one) => one.name);
const shared = (operation: OperationObject): string[] =>
  (operation.parameters ?? []).flatMap((one) => one.$ref?.split('/').at(-1) ?? []);

/** Codes that the document promises for an operation, by status. */
function promised(operation: OperationObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operation.responses).flatMap(([status, response]) => {
      const full = response.$ref ? document.components.responses[response.$ref.split('/').at(-1)!] : response;
      const problem = full?.content['application/problem+json'];
      if (!problem) return [];
      const { allOf } = problem.schema as { allOf: [unknown, { properties: { code: { enum: string[] } } }] };
      return [[status, allOf[1].properties.code.enum]];
    }),
  );
}

describe('the OpenAPI document', () => {
  it('is the same at every making', () => {
    assert.equal(JSON.stringify(make()), JSON.stringify(document));
    assert.equal(
      JSON.stringify(openApiDocument(compileCatalogue(sampleOperations), INFO)),
      JSON.stringify(document),
    );
  });

  it('has every operation under its one name on all surfaces', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    assert.deepEqual(ids.toSorted(), sampleOperations.map((one) => one.name.replace('.', '_')).toSorted());
    const create = at('post', '/contacts');
    assert.equal(create['x-smarteros-mcp-tool'], 'contacts_create');
    assert.equal(create['x-smarteros-cli'], 'smarteros contacts create');
    assert.equal(create['x-smarteros-effect'], 'write');
    assert.deepEqual(create['x-smarteros-scopes'], ['contacts:write']);
    assert.match(create.description, /Needs the scope `contacts:write` or the operator's key\./);
  });

  it('puts a read’s input into the query and a write’s into the body, less what stands in the path', () => {
    assert.deepEqual(names(at('get', '/contacts'), 'query'), ['limit', 'cursor', 'tag']);
    const update = at('patch', '/contacts/{id}');
    assert.deepEqual(names(update, 'path'), ['id']);
    assert.deepEqual(Object.keys(update.requestBody!.content['application/json']!.schema.properties), [
      'name',
    ]);
    assert.equal(update.requestBody!.required, false);
    assert.equal(at('post', '/contacts').requestBody!.required, true);
    assert.equal(at('delete', '/contacts/{id}').requestBody, undefined);
  });

  it('offers the reserved inputs where they mean something', () => {
    assert.deepEqual(shared(at('get', '/contacts')), []);
    assert.deepEqual(shared(at('post', '/contacts')), ['DryRun', 'IdempotencyKey']);
    assert.deepEqual(shared(at('patch', '/contacts/{id}')), ['DryRun', 'IdempotencyKey', 'IfMatch']);
    assert.deepEqual(Object.keys(document.components.parameters), ['DryRun', 'IdempotencyKey', 'IfMatch']);
  });

  it('promises 201 for what is created, and headers by what the operation is', () => {
    const created = at('post', '/contacts').responses['201']!;
    assert.deepEqual(Object.keys(created.headers), [
      'X-Request-Id',
      'RateLimit',
      'RateLimit-Policy',
      'Idempotency-Replayed',
    ]);
    const changed = at('patch', '/contacts/{id}').responses['200']!;
    assert.ok('ETag' in changed.headers);
    assert.equal(at('post', '/contacts/import').responses['201'], undefined);
  });

  it('lists exactly the problems that an operation can answer with', () => {
    assert.deepEqual(promised(at('post', '/contacts')), {
      400: ['invalid_input', 'malformed_request'],
      401: ['unauthenticated'],
      403: ['insufficient_scope', 'tenant_suspended'],
      409: ['tax_id_taken', 'idempotency_in_progress'],
      413: ['payload_too_large'],
      415: ['unsupported_media_type'],
      422: ['idempotency_key_reused'],
      429: ['rate_limited'],
      500: ['internal'],
      503: ['unavailable'],
    });
    assert.deepEqual(promised(at('delete', '/contacts/{id}'))[412], ['version_conflict']);
    assert.deepEqual(promised(at('get', '/health'))[403], undefined);
  });

  it('gives every code a place in some response, with the status that it has', () => {
    for (const entry of catalogue.operations) {
      const codes = promised(at(entry.method.toLowerCase(), entry.path));
      const expected = Object.groupBy(possibleCodes(entry), (code) => ERRORS[code].status);
      assert.deepEqual(codes, { ...expected }, entry.operation.name);
    }
  });

  it('documents an answer that decides on its own status beside the problem of the same status', () => {
    const { content } = at('get', '/health').responses['503']!;
    assert.deepEqual(Object.keys(content), ['application/json', 'application/problem+json']);
  });

  it('names shared schemas once, apart where callers send something else than they receive', () => {
    const contact = { $ref: '#/components/schemas/Contact' };
    assert.deepEqual(
      at('patch', '/contacts/{id}').responses['200']!.content['application/json']!.schema,
      contact,
    );
    assert.deepEqual(Object.keys(document.components.schemas), [
      'Problem',
      'Contact',
      'ContactInput',
      'contacts_import__schema0',
    ]);
    assert.doesNotMatch(JSON.stringify(document), /\$defs|"\$ref":"#"/);
  });

  it('shows the examples, each by its title', () => {
    const { examples } = at('patch', '/contacts/{id}').responses['200']!.content['application/json']!;
    assert.deepEqual(Object.keys(examples ?? {}), ['a-new-name', 'a-new-name-2']);
  });

  it('refuses two schemas of one name', () => {
    const clash = defineOperation({
      name: 'other.get',
      route: 'GET /other',
      summary: 'Get another thing.',
      effect: 'read',
      access: 'public',
      input: z.strictObject({}),
      output: z.object({ other: z.object({ x: z.string() }).meta({ id: 'Contact' }) }),
      examples: [],
      run: () => Promise.reject(new Error('never run')),
    });
    const both = compileCatalogue([...sampleOperations, clash]);
    assert.throws(() => openApiDocument(both, INFO), /two schemas have the id Contact/);
  });
});
