import { api } from './call.ts';
import { hasCode } from './error.ts';
import type { Answer } from './types.ts';

interface Challenge {
  readonly parameters: {
    readonly nonce: string;
    readonly salt: string;
    readonly cost: number;
    readonly keyPrefix: string;
  };
}

const fromHex = (hex: string): number[] => hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The solution of an ALTCHA challenge: some 20,000 hashes, a second or two. */
async function solve(challenge: Challenge): Promise<string> {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters;
  const input = new Uint8Array([...fromHex(nonce), ...fromHex(salt), 0, 0, 0, 0]);
  for (let counter = 0; ; counter += 1) {
    new DataView(input.buffer).setUint32(input.length - 4, counter);
    let key: Uint8Array<ArrayBuffer> = input;
    for (let i = 0; i < cost; i += 1) key = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
    const derivedKey = toHex(key);
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
}

/** While codes are asked for unusually often, one takes a proof of work, which nobody has to see. */
async function withProof<T>(ask: (proof: { challenge?: string }) => Promise<T>): Promise<T> {
  try {
    return await ask({});
  } catch (error) {
    const challenge = hasCode(error, 'challenge_required') && error.problem?.data?.['challenge'];
    if (!challenge) throw error;
    return ask({ challenge: await solve(challenge as Challenge) });
  }
}

/** Asks for a code to log in with. */
export const sendCode = (phone: string): Promise<Answer<'/auth/otp/send', 'post'>> =>
  withProof((proof) => api.post('/auth/otp/send', { body: { phone, ...proof } }));

/** Asks for a code to the number that is to become one's own. */
export const sendCodeToNew = (phone: string): Promise<Answer<'/auth/phone/code', 'post'>> =>
  withProof((proof) => api.post('/auth/phone/code', { body: { phone, ...proof } }));
