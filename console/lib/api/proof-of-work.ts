/** As the API asks it; what else stands in it travels back. */
export interface Challenge {
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
export async function solve(challenge: Challenge): Promise<string> {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters;
  const input = new Uint8Array([...fromHex(salt), ...fromHex(nonce), 0, 0, 0, 0]);
  for (let counter = 0; ; counter += 1) {
    new DataView(input.buffer).setUint32(input.length - 4, counter);
    let key: Uint8Array<ArrayBuffer> = input;
    for (let i = 0; i < cost; i += 1) key = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
    const derivedKey = toHex(key);
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
}
