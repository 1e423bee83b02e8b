import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { defineOperation } from '#core/operation.ts';
import { describeOperation } from '#kernel/compile.ts';
import { acceptedBy } from './accept.ts';
import { argsFor } from './examples.ts';
import { inputOf } from './input.ts';
import { newOptions } from './options.ts';
import { parseArgs } from './parse.ts';
import { shapeOf } from './schema.ts';
import { UsageError } from './types.ts';

const command = describeOperation(
  defineOperation({
    name: 'things.update',
    route: 'PATCH /things/{id}',
    summary: 'Change a thing.',
    effect: 'write',
    audit: 'thing.updated',
    access: [{ scope: 'things:write' }],
    input: z.strictObject({
      id: z.string(),
      text: z.string().optional(),
      empty: z.string().nullish(),
      camelCase: z.string().optional(),
      size: z.int().optional(),
      share: z.number().optional(),
      on: z.boolean().optional(),
      level: z.enum(['low', 'high']).optional(),
      rank: z.union([z.literal(1), z.literal(2)]).optional(),
      tags: z.array(z.string()).optional(),
      sizes: z.array(z.int()).optional(),
      domain: z.array(z.union([z.string(), z.array(z.unknown())])).optional(),
      place: z.strictObject({ street: z.string().optional(), zipCode: z.string().nullish() }).optional(),
      values: z.record(z.string(), z.unknown()).optional(),
      tree: z.json().optional(),
      either: z.union([z.string(), z.int()]).optional(),
      url: z.string().optional(),
      input: z.string().optional(),
    }),
    output: z.object({}),
    examples: [],
    run: async () => ({}),
  }),
);

async function read(args: readonly string[]): Promise<unknown> {
  const options = newOptions();
  const fields = shapeOf(command.inputSchema);
  const accepted = { fields, accepts: acceptedBy(command), ownsTenant: false, called: 'things update' };
  return inputOf(command, parseArgs(args, accepted, options), options, new PassThrough(), 'things update');
}

const reads = async (args: string, expected: object): Promise<void> =>
  assert.deepEqual(await read(['x', ...args.split(' ')]), { id: 'x', ...expected }, args);

describe('arguments', () => {
  it('are typed by the schema', async () => {
    await reads('--size -5 --share 0.5', { size: -5, share: 0.5 });
    await reads('--text 5 --text=--b', { text: '--b' });
    await reads('--level high --rank 2', { level: 'high', rank: 2 });
    await reads('--either 5 --either x', { either: 'x' });
    await reads('--text=', { text: '' });
  });

  it('spell names as people do', async () => {
    for (const flag of ['--camel-case', '--camelCase', '--camel_case', '--CAMEL-CASE'])
      await reads(`${flag} v`, { camelCase: 'v' });
  });

  it('switch booleans', async () => {
    await reads('--on', { on: true });
    await reads('--no-on', { on: false });
    await reads('--on=false', { on: false });
    await reads('--on false --text y', { on: false, text: 'y' });
  });

  it('make lists by repeating, by commas and from JSON', async () => {
    await reads('--tags a,b --tags c', { tags: ['a', 'b', 'c'] });
    await reads('--tags ["a,b"]', { tags: ['a,b'] });
    await reads('--tags []', { tags: [] });
    await reads('--sizes 1,2', { sizes: [1, 2] });
    await reads('--domain [["name","=","x"]]', { domain: [['name', '=', 'x']] });
  });

  it('reach into objects', async () => {
    await reads('--place.street Sur --place.zip-code 1', { place: { street: 'Sur', zipCode: '1' } });
    await reads('--place {"street":"Sur"} --clear place.zip-code', {
      place: { street: 'Sur', zipCode: null },
    });
    await reads('--values.partner_name x --values.size 5', { values: { partner_name: 'x', size: 5 } });
    await reads('--tree {"a":[1]}', { tree: { a: [1] } });
  });

  it('belong to the operation before they are common flags', async () => {
    await reads('--url http://a --input b', { url: 'http://a', input: 'b' });
  });

  it('end at --', async () => {
    assert.deepEqual(await read(['--', '--x']), { id: '--x' });
  });

  it('refuse what they cannot be', async () => {
    for (const args of [
      '--size 1e3',
      '--size 99999999999999999',
      '--share ',
      '--sizes 1,b',
      '--rank 3',
      '--no-on=true',
      '--json=x',
    ]) {
      await assert.rejects(read(['x', ...args.split(' ')]), UsageError, args);
    }
  });

  it('of an example are read back as its input', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('', '-', '--x', '-5', 'a,b', '[1]', '{}', ' a ', "it's", 'true', 'null'),
    );
    // As JSON text gives it: no -0, no objects without a prototype.
    const json = fc.json().map((value) => JSON.parse(value) as unknown);
    const input = fc.record(
      {
        id: text,
        text,
        empty: fc.oneof(text, fc.constant(null)),
        camelCase: text,
        size: fc.integer(),
        share: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
        on: fc.boolean(),
        level: fc.constantFrom('low', 'high'),
        rank: fc.constantFrom(1, 2),
        tags: fc.array(text),
        sizes: fc.array(fc.integer()),
        domain: fc.array(fc.oneof(text, fc.array(text))),
        place: fc.record({ street: text, zipCode: text }, { requiredKeys: [] }),
        values: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), json),
        either: fc.oneof(text, fc.integer()),
        url: text,
      },
      { requiredKeys: ['id'] },
    );
    await fc.assert(
      fc.asyncProperty(input, async (value) =>
        assert.deepEqual(await read(argsFor(command, value)), JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
