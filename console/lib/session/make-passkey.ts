import type { Answer, Input } from '#lib/api/types.ts';

type Options = Answer<'/auth/passkeys/prepare', 'post'>['publicKey'];
type Attestation = Input<'/auth/passkeys', 'post'>['body']['response'];

export const canMakePasskey = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Has the device make a key of its own. @throws DOMException when the person cancels */
export async function makePasskey(options: Options): Promise<Attestation> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  return credential.toJSON() as Attestation;
}
