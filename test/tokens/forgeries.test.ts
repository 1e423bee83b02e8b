import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import {
  decodeJwt,
  decodeProtectedHeader,
  EncryptJWT,
  exportJWK,
  generateKeyPair,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { ACCESS_SECONDS } from '#platform/tokens/access.ts';
import { createOtpWorld, type OtpWorld } from '#test/otp/world.ts';
import { compact, hmac, ownKeys, part, signed, signedText, toDer, type OwnKey } from './forge.ts';

/** Of the processor, whatever else the machine does: a forgery must not be a way to keep it busy. */
const LIMIT_CPU_MS = 50;
const ISSUER = 'http://localhost:8000';

interface Parts {
  readonly own: OwnKey;
  /** A live token of ours, in its parts. */
  readonly good: string;
  readonly header: Record<string, unknown>;
  readonly claims: JWTPayload;
  readonly now: number;
  /** Of another person, logged in as well. */
  readonly other: JWTPayload;
  /** The attacker's own key. */
  readonly theirs: CryptoKey;
  readonly theirJwk: object;
}

const without = (claims: JWTPayload, name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const flip = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
const split = (token: string): [string, string, string] => token.split('.') as [string, string, string];
const asym = async (alg: string, { header, claims }: Parts): Promise<string> =>
  signed({ ...header, alg }, claims, (await generateKeyPair(alg)).privateKey);

/** `mine` forgeries are signed by the platform's own key: only what they say is wrong. */
const FORGERIES: Readonly<Record<string, (parts: Parts) => string | Promise<string>>> = {
  'alg none': ({ header, claims }) => compact({ ...header, alg: 'none' }, claims, ''),
  'alg None': ({ header, claims }) => compact({ ...header, alg: 'None' }, claims, ''),
  'alg nOnE, with a signature': ({ header, claims, good }) =>
    compact({ ...header, alg: 'nOnE' }, claims, split(good)[2]),
  'no alg': ({ header, claims, good }) => compact({ ...header, alg: undefined }, claims, split(good)[2]),
  'alg es256 in small letters': ({ header, claims, good }) =>
    compact({ ...header, alg: 'es256' }, claims, split(good)[2]),
  'alg as a list': ({ header, claims, good }) =>
    compact({ ...header, alg: ['ES256'] }, claims, split(good)[2]),
  'HS256 keyed with the public PEM': ({ header, claims, own }) =>
    hmac({ ...header, alg: 'HS256' }, claims, own.pem),
  'HS256 keyed with the PEM behind white space': ({ header, claims, own }) =>
    hmac({ ...header, alg: 'HS256' }, claims, `\n  ${own.pem}`),
  'HS256 keyed with the PEM without its last line break': ({ header, claims, own }) =>
    hmac({ ...header, alg: 'HS256' }, claims, own.pem.trim()),
  'HS256 keyed with the JWK’s text': ({ header, claims, own }) =>
    hmac({ ...header, alg: 'HS256' }, claims, JSON.stringify(own.jwk)),
  'HS256 keyed with the JWK’s x': ({ header, claims, own }) =>
    hmac({ ...header, alg: 'HS256' }, claims, Buffer.from(own.jwk.x!, 'base64url')),
  'HS256 keyed with nothing': ({ header, claims }) => hmac({ ...header, alg: 'HS256' }, claims, ''),
  'HS512 keyed with the public PEM': ({ header, claims, own }) =>
    hmac({ ...header, alg: 'HS512' }, claims, own.pem, 'sha512'),
  'RS256 with a key of their own': (parts) => asym('RS256', parts),
  'PS256 with a key of their own': (parts) => asym('PS256', parts),
  'ES384 with a key of their own': (parts) => asym('ES384', parts),
  'EdDSA with a key of their own': (parts) => asym('EdDSA', parts),
  'ES256 with a key of their own under our kid': ({ header, claims, theirs }) =>
    signed(header, claims, theirs),
  'their key embedded as jwk': ({ header, claims, theirs, theirJwk }) =>
    signed({ ...header, jwk: theirJwk }, claims, theirs),
  'their key embedded as jwk, without kid': ({ claims, theirs, theirJwk }) =>
    signed({ alg: 'ES256', typ: 'at+jwt', jwk: theirJwk }, claims, theirs),
  'their key set by jku': ({ header, claims, theirs }) =>
    signed({ ...header, jku: 'http://127.0.0.1:9/jwks.json' }, claims, theirs),
  'their certificate by x5u': ({ header, claims, theirs }) =>
    signed({ ...header, x5u: 'http://127.0.0.1:9/cert.pem' }, claims, theirs),
  'their certificate as x5c': ({ header, claims, theirs }) =>
    signed({ ...header, x5c: ['MIIB'], 'x5t#S256': 'AAAA' }, claims, theirs),
  'kid that is a path': ({ header, claims }) =>
    hmac({ ...header, alg: 'HS256', kid: '../../../../dev/null' }, claims, ''),
  'kid that is SQL': ({ header, claims, theirs }) =>
    signed({ ...header, kid: `x' union select '{}' --` }, claims, theirs),
  'kid null': ({ header, claims, own }) => signed({ ...header, kid: null }, claims, own.sign),
  'kid a number': ({ header, claims, own }) => signed({ ...header, kid: 1 }, claims, own.sign),
  'kid a list': ({ header, claims, own }) => signed({ ...header, kid: [own.kid] }, claims, own.sign),
  'kid of Object.prototype': ({ header, claims, theirs }) =>
    signed({ ...header, kid: '__proto__' }, claims, theirs),
  'no kid': ({ header, claims, own }) => signed(without(header, 'kid'), claims, own.sign),
  'kid that nobody has': ({ header, claims, own }) => signed({ ...header, kid: 'nobody' }, claims, own.sign),
  ...Object.fromEntries(
    ['exp', 'nbf', 'iat', 'sub', 'sid', 'jti', 'aud', 'iss'].map((name) => [
      `no ${name}`,
      ({ header, claims, own }: Parts) => signed(header, without(claims, name), own.sign),
    ]),
  ),
  'not before, in 30 s': ({ header, claims, own, now }) =>
    signed(header, { ...claims, nbf: now + 30 }, own.sign),
  'expired by 1 s': ({ header, claims, own, now }) =>
    signed(header, { ...claims, iat: now - 601, nbf: now - 601, exp: now - 1 }, own.sign),
  'a life that is too long': ({ header, claims, own }) =>
    signed(header, { ...claims, exp: claims.exp! + 1 }, own.sign),
  'issued in the future': ({ header, claims, own, now }) =>
    signed(header, { ...claims, iat: now + 30 }, own.sign),
  'issued long ago, with a long life': ({ header, claims, own, now }) =>
    signed(header, { ...claims, iat: now - ACCESS_SECONDS - 60, exp: now + 86_400 }, own.sign),
  'exp as text': ({ header, claims, own, now }) =>
    signedText(JSON.stringify(header), JSON.stringify({ ...claims, exp: String(now + 60) }), own.sign),
  'exp 1e400': ({ header, claims, own }) =>
    signedText(JSON.stringify(header), JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e400'), own.sign),
  'another audience': ({ header, claims, own }) =>
    signed(header, { ...claims, aud: 'https://mcp.example.com' }, own.sign),
  'an audience that begins like ours': ({ header, claims, own }) =>
    signed(header, { ...claims, aud: `${ISSUER}.example.com` }, own.sign),
  'audiences without ours': ({ header, claims, own }) =>
    signed(header, { ...claims, aud: [`${ISSUER}/mcp`, 'x'] }, own.sign),
  'no audiences at all': ({ header, claims, own }) => signed(header, { ...claims, aud: [] }, own.sign),
  'an audience in a list in a list': ({ header, claims, own }) =>
    signed(header, { ...claims, aud: [[ISSUER]] as never }, own.sign),
  'an audience that is an object': ({ header, claims, own }) =>
    signedText(JSON.stringify(header), JSON.stringify({ ...claims, aud: { 0: ISSUER } }), own.sign),
  'another issuer': ({ header, claims, own }) =>
    signed(header, { ...claims, iss: 'https://evil.example.com' }, own.sign),
  'our issuer with a slash': ({ header, claims, own }) =>
    signed(header, { ...claims, iss: `${ISSUER}/` }, own.sign),
  'typ JWT': ({ header, claims, own }) => signed({ ...header, typ: 'JWT' }, claims, own.sign),
  'an ID token': ({ claims, own, other }) =>
    signed({ alg: 'ES256', kid: own.kid }, { ...claims, nonce: 'n', at_hash: String(other.sub) }, own.sign),
  'typ logout+jwt': ({ header, claims, own }) => signed({ ...header, typ: 'logout+jwt' }, claims, own.sign),
  'typ as a list': ({ header, claims, own }) =>
    signedText(JSON.stringify({ ...header, typ: ['at+jwt'] }), JSON.stringify(claims), own.sign),
  'crit that nobody knows': ({ header, claims, own }) =>
    signedText(JSON.stringify({ ...header, crit: ['x'], x: 1 }), JSON.stringify(claims), own.sign),
  'crit empty': ({ header, claims, own }) =>
    signedText(JSON.stringify({ ...header, crit: [] }), JSON.stringify(claims), own.sign),
  'b64 false': async ({ header, claims, own }) => {
    const head = part({ ...header, b64: false, crit: ['b64'] });
    const payload = JSON.stringify(claims).replaceAll('.', '\\u002e');
    const data = Buffer.from(`${head}.${payload}`);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, own.sign, data);
    return `${head}.${payload}.${Buffer.from(signature).toString('base64url')}`.replaceAll(' ', '');
  },
  'duplicate sub, the victim first': ({ header, claims, own, other }) =>
    signedText(
      JSON.stringify(header),
      `{"sub":"${other.sub}",${JSON.stringify({ ...claims, sid: other['sid'] }).slice(1)}`,
      own.sign,
    ),
  'duplicate alg, ours last': ({ header, claims, good }) =>
    compact(`{"alg":"none",${JSON.stringify(header).slice(1)}`, claims, split(good)[2].slice(0, -2)),
  'the session of somebody else': ({ header, claims, own, other }) =>
    signed(header, { ...claims, sid: other['sid'] }, own.sign),
  'the name of somebody else': ({ header, claims, own, other }) =>
    signed(header, { ...claims, sub: other.sub! }, own.sign),
  'sub that is SQL': ({ header, claims, own }) =>
    signed(header, { ...claims, sub: `${claims.sub}' or '1'='1` }, own.sign),
  'sid that is no id': ({ header, claims, own }) => signed(header, { ...claims, sid: '1' }, own.sign),
  'sid a list': ({ header, claims, own }) => signed(header, { ...claims, sid: [claims['sid']] }, own.sign),
  'payload changed': ({ good, claims, other }) =>
    `${split(good)[0]}.${part({ ...claims, sub: other.sub })}.${split(good)[2]}`,
  'payload a list': ({ header, own }) => signedText(JSON.stringify(header), '[]', own.sign),
  'payload null': ({ header, own }) => signedText(JSON.stringify(header), 'null', own.sign),
  'payload no JSON': ({ header, own }) => signedText(JSON.stringify(header), 'eyJ', own.sign),
  'signature removed': ({ good }) => `${split(good).slice(0, 2).join('.')}.`,
  'signature and its dot removed': ({ good }) => split(good).slice(0, 2).join('.'),
  'signature truncated': ({ good }) => good.slice(0, -10),
  'signature with a flipped bit': ({ good }) => flip(good, good.length - 40),
  'signature with other spare bits': ({ good }) =>
    good.slice(0, -1) + String.fromCharCode(good.charCodeAt(good.length - 1) + 1),
  'header with a flipped bit': ({ good }) => flip(good, 20),
  'signature in DER': ({ good }) => `${split(good).slice(0, 2).join('.')}.${toDer(split(good)[2])}`,
  'signature (0, 0)': ({ good }) =>
    `${split(good).slice(0, 2).join('.')}.${Buffer.alloc(64).toString('base64url')}`,
  'signature (r, 0)': ({ good }) => {
    const raw = Buffer.from(split(good)[2], 'base64url').fill(0, 32);
    return `${split(good).slice(0, 2).join('.')}.${raw.toString('base64url')}`;
  },
  'a fourth part': ({ good }) => `${good}.${split(good)[1]}`,
  'five parts': ({ good }) => `${good}.a.b`,
  'white space inside': ({ good }) => good.replace('.', '. '),
  'a line break at the end': ({ good }) => `${good}\n`,
  padding: ({ good }) => `${good}==`,
  'standard base64': ({ good }) => {
    const [a, b, c] = split(good);
    const [signature] = [Buffer.from(c, 'base64url').toString('base64')];
    return `${a}.${b}.${signature}`;
  },
  'a JWS in JSON': ({ good }) => {
    const [a, b, c] = split(good);
    return JSON.stringify({ protected: a, payload: b, signature: c }).replaceAll(' ', '');
  },
  'encrypted to our public key': async ({ own, claims }) =>
    new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', typ: 'at+jwt', kid: own.kid })
      .encrypt(own.jwk),
  'encrypted zip bomb': ({ own }) => {
    const bomb = deflateRawSync(Buffer.alloc(2_000_000), { level: constants.Z_BEST_COMPRESSION });
    const header = part({ alg: 'dir', enc: 'A256GCM', zip: 'DEF', kid: own.kid });
    return `${header}..${'A'.repeat(16)}.${bomb.toString('base64url')}.${'A'.repeat(22)}`.slice(0, 4000);
  },
  'PBES2 with a huge count': ({ own }) => {
    const header = {
      alg: 'PBES2-HS512+A256KW',
      enc: 'A256GCM',
      p2c: 2_147_483_647,
      p2s: 'AAAA',
      kid: own.kid,
    };
    return `${part(header)}.${'A'.repeat(54)}.${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`;
  },
  'nested objects 1,000 deep': ({ header, good }) =>
    compact(
      JSON.stringify(header).replace('{', `{"x":${'['.repeat(1000)}${']'.repeat(1000)},`),
      '{}',
      split(good)[2],
    ),
  'longer than any token': ({ good }) => `${good}${'A'.repeat(100_000)}`,
};

describe('forged access tokens', () => {
  let world: OtpWorld;
  let parts: Parts;

  async function login(phone: string): Promise<string> {
    await world.send(phone);
    const answer = await world.verify(phone, (await world.codeOf(phone))!);
    assert.equal(answer.status, 200);
    return answer.body.accessToken;
  }
  const me = (token: string) =>
    world.t.request('GET /auth/me', { headers: { authorization: `Bearer ${token}` } });

  before(async () => {
    world = await createOtpWorld();
    const good = await login('+56911112222');
    const pair = await generateKeyPair('ES256', { extractable: true });
    parts = {
      own: (await ownKeys(world)).at(-1)!,
      good,
      header: { ...decodeProtectedHeader(good) },
      claims: decodeJwt(good),
      now: Math.floor(world.now().getTime() / 1000),
      other: decodeJwt(await login('+56911113333')),
      theirs: pair.privateKey,
      theirJwk: await exportJWK(pair.publicKey),
    };
  });
  after(() => world.stop());

  it('are told from a real one', async () => {
    const { good, header, claims, own } = parts;
    assert.deepEqual(header, { alg: 'ES256', typ: 'at+jwt', kid: own.kid });
    assert.equal(claims.exp! - claims.iat!, ACCESS_SECONDS);
    const rebuilt = {
      'as it was issued': good,
      'signed anew by our key': await signed(header, claims, own.sign),
      'from the bytes': await signedText(JSON.stringify(header), JSON.stringify(claims), own.sign),
      'for several audiences': await signed(header, { ...claims, aud: ['x', ISSUER] }, own.sign),
    };
    for (const [how, token] of Object.entries(rebuilt)) {
      const answer = await me(token);
      assert.equal(answer.status, 200, how);
      assert.equal(answer.body.ugid, claims.sub, how);
    }
  });

  it('are of 30 kinds at least', () => assert.ok(Object.keys(FORGERIES).length >= 30));

  for (const [kind, forge] of Object.entries(FORGERIES)) {
    it(`are refused: ${kind}`, async () => {
      const token = await forge(parts);
      const start = process.cpuUsage();
      const answer = await me(token);
      const { user, system } = process.cpuUsage(start);
      assert.equal(answer.status, 401, JSON.stringify(answer.body));
      assert.equal(answer.body.code, 'unauthenticated');
      assert.equal(answer.body.detail, undefined, 'says nothing of why');
      const ms = (user + system) / 1000;
      assert.ok(ms < LIMIT_CPU_MS, `${ms} ms`);
    });
  }

  it('are refused: by the key of another installation', async () => {
    const elsewhere = await createOtpWorld();
    try {
      await elsewhere.send('+56911112222');
      const code = (await elsewhere.codeOf('+56911112222'))!;
      const { accessToken } = (await elsewhere.verify('+56911112222', code)).body;
      assert.equal((await me(accessToken)).status, 401);
      const [their] = await ownKeys(elsewhere);
      const token = await signed({ ...parts.header, kid: their!.kid }, parts.claims, their!.sign);
      assert.equal((await me(token)).status, 401);
    } finally {
      await elsewhere.stop();
    }
  });

  it('are refused: real ones, of sessions that ended and people who were shut out', async () => {
    const ended = await login('+56911114444');
    assert.equal((await me(ended)).status, 200);
    await world.t.request('POST /auth/logout', { token: ended, body: {} });
    assert.equal((await me(ended)).status, 401);

    const revoked = await login('+56911115555');
    const idle = await login('+56911116666');
    const disabled = await login('+56911117777');
    await world.query('update identity.sessions set revoked_at = now() where id = $1', [
      decodeJwt(revoked)['sid'],
    ]);
    await world.query(`update identity.sessions set seen_at = now() - interval '7 days' where id = $1`, [
      decodeJwt(idle)['sid'],
    ]);
    await world.query('update identity.people set disabled_at = now() where id = $1', [
      decodeJwt(disabled).sub,
    ]);
    for (const token of [revoked, idle, disabled]) assert.equal((await me(token)).status, 401);
  });
});
