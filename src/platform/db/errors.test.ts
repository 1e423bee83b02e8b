import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AppError } from '#core/errors.ts';
import { ConstraintError, endsConnection, LockTimeout, StaleStatement, toDatabaseError } from './errors.ts';

const failure = (code: string | undefined, more: object = {}): Error =>
  Object.assign(new Error('message'), { ...(code !== undefined && { code }), ...more });
const named = (message: string): Error => new Error(message);

describe('errors of the database', () => {
  const known: readonly (readonly [name: string, error: Error, code: string])[] = [
    ['a dead credential', failure('SM401'), 'unauthenticated'],
    ['a suspended tenant', failure('SM403'), 'tenant_suspended'],
    ['a thing that isn’t there', failure('SM404'), 'not_found'],
    ['NUL in a text', failure('22021'), 'invalid_input'],
    ['NUL in JSON', failure('22P05'), 'invalid_input'],
    ['a lost connection', failure('08006'), 'unavailable'],
    ['too many connections', failure('53300'), 'unavailable'],
    ['a full disk', failure('53100'), 'unavailable'],
    ['a statement that took too long', failure('57014'), 'unavailable'],
    ['a shutdown', failure('57P01'), 'unavailable'],
    ['a server that is starting', failure('57P03'), 'unavailable'],
    ['a serialisation failure', failure('40001'), 'unavailable'],
    ['a deadlock', failure('40P01'), 'unavailable'],
    ['a primary that became a replica', failure('25006'), 'unavailable'],
    ['an idle transaction that was ended', failure('25P03'), 'unavailable'],
    ['no server', failure('ECONNREFUSED'), 'unavailable'],
    ['no socket', failure('ENOENT'), 'unavailable'],
    ['a broken pipe', failure('EPIPE'), 'unavailable'],
    ['a network that doesn’t answer', failure('ETIMEDOUT'), 'unavailable'],
    ['no route', failure('EHOSTUNREACH'), 'unavailable'],
    ['a name server that is away', failure('EAI_AGAIN'), 'unavailable'],
    ['a name that is unknown', failure('ENOTFOUND'), 'unavailable'],
    ['no free connection', named('timeout exceeded when trying to connect'), 'unavailable'],
    ['a new connection that hangs', named('Connection terminated due to connection timeout'), 'unavailable'],
    ['a connection that ends', named('Connection terminated unexpectedly'), 'unavailable'],
    [
      'a dead connection',
      named('Client has encountered a connection error and is not queryable'),
      'unavailable',
    ],
    ['an ended pool’s connection', named('Client was closed and is not queryable'), 'unavailable'],
    ['a stale statement', new StaleStatement('…'), 'unavailable'],
  ];
  for (const [name, error, code] of known) {
    it(`${name} is ${code}`, () => {
      const translated = toDatabaseError(error);
      assert.ok(translated instanceof AppError);
      assert.equal(translated.code, code);
      assert.equal(translated.cause, error);
      assert.equal(translated.options.retryAfterSeconds, code === 'unavailable' ? 2 : undefined);
    });
  }

  it('a violated constraint is named', () => {
    for (const code of ['23505', '23503', '23514']) {
      const error = toDatabaseError(failure(code, { constraint: 'tenants_slug' }));
      assert.ok(error instanceof ConstraintError);
      assert.equal(error.constraint, 'tenants_slug');
    }
  });

  it('a lock that wasn’t given is told apart', () => {
    assert.ok(toDatabaseError(failure('55P03')) instanceof LockTimeout);
  });

  it('leaves the rest as it is: our own mistakes must not look like bad weather', () => {
    const ours = [
      failure('42601'),
      failure('42501'),
      failure('22P02'),
      failure('28P01'),
      failure('XX000'),
      failure('23502'),
      failure('ERR_INVALID_ARG_TYPE'),
      // A code tells what it is; the words in the message are somebody's data.
      failure('P0001', { message: 'connection terminated' }),
      new RangeError('Invalid time value'),
      new AppError('forbidden'),
    ];
    for (const error of ours) assert.equal(toDatabaseError(error), error);
  });

  it('knows which errors end the connection', () => {
    const refused = { severity: 'ERROR' };
    for (const error of [failure('23505', refused), failure('57014', refused), new StaleStatement('…')]) {
      assert.equal(endsConnection(error), false, String(error));
    }
    const ended = [
      failure('57P01', { severity: 'FATAL' }),
      failure('XX000', { severity: 'PANIC' }),
      failure('25006', refused),
      failure('ECONNRESET'),
      named('Connection terminated unexpectedly'),
    ];
    for (const error of ended) assert.equal(endsConnection(error), true, String(error));
  });
});
