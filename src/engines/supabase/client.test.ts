import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureOf } from './client.ts';

/** As PostgREST 12 to 14 and Supabase's gateway answer. */
const CASES: readonly (readonly [status: number, body: object, code: string])[] = [
  [400, { code: '22P02', message: 'invalid input syntax for type uuid: "x"' }, 'engine_invalid'],
  [400, { code: '23502', message: 'null value in column "name"' }, 'engine_invalid'],
  [400, { code: '23514', message: 'violates check constraint' }, 'engine_invalid'],
  [400, { code: '42703', message: 'column orders.x does not exist' }, 'engine_invalid'],
  [400, { code: 'PGRST100', message: 'failed to parse filter' }, 'engine_invalid'],
  [400, { code: 'PGRST200', message: 'Could not find a relationship' }, 'engine_invalid'],
  [400, { code: 'PGRST204', message: 'Could not find the column' }, 'engine_invalid'],
  [401, { code: '42501', message: 'permission denied for table orders' }, 'engine_rejected_credentials'],
  [401, { code: 'PGRST301', message: 'JWT expired' }, 'engine_rejected_credentials'],
  [401, { code: 'PGRST303', message: 'JWT expired' }, 'engine_rejected_credentials'],
  [401, { message: 'Invalid API key', hint: 'Double check your key.' }, 'engine_rejected_credentials'],
  [402, { code: 'PT402', message: 'Payment Required' }, 'engine_invalid'],
  [403, { code: '42501', message: 'permission denied for table orders' }, 'engine_forbidden'],
  [404, { code: '42P01', message: 'relation does not exist' }, 'engine_not_found'],
  [404, { code: 'PGRST205', message: 'Could not find the table' }, 'engine_not_found'],
  [404, { message: 'no Route matched with those values' }, 'engine_not_found'],
  [406, { code: 'PGRST106', message: 'The schema must be one of' }, 'engine_unsupported'],
  [406, { code: 'PGRST116', message: 'JSON object requested' }, 'engine_not_found'],
  [409, { code: '23503', message: 'violates foreign key constraint' }, 'engine_conflict'],
  [409, { code: '23505', message: 'duplicate key value' }, 'engine_conflict'],
  [429, { message: 'API rate limit exceeded' }, 'engine_rate_limited'],
  [500, { code: '40001', message: 'could not serialize access' }, 'engine_conflict'],
  [500, { code: '57014', message: 'canceling statement due to statement timeout' }, 'engine_unreachable'],
  [500, { code: 'XX000', message: 'internal error at /var/lib/x' }, 'engine_unreachable'],
  [
    503,
    { code: 'PGRST002', message: 'Could not query the database for the schema cache' },
    'engine_unreachable',
  ],
];

describe('what PostgREST’s failures mean', () => {
  for (const [status, body, code] of CASES)
    it(`${status} ${JSON.stringify(body)} is ${code}`, () => {
      const told = { ...body, details: 'Key (id)=(secret row) exists.', hint: 'secret hint' };
      const text = JSON.stringify(told);
      const found = failureOf({ status, headers: {}, text, json: () => JSON.parse(text) });
      assert.equal(found.code, code);
      assert.ok(!JSON.stringify(found.options).includes('secret'), 'tells what others have');
    });
});
