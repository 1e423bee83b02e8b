import { z } from 'zod';
import { label, timestamp } from '#core/schemas.ts';

/** Longest part of a browser's answer that is read; real ones have some hundred characters. */
const MAX_PART = 8192;
const MAX_ID = 1400;

const part = z
  .string()
  .min(1)
  .max(MAX_PART)
  .regex(/^[A-Za-z0-9_-]+$/);
const id = part.max(MAX_ID);

const common = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).optional(),
};

/** What `PublicKeyCredential.toJSON()` makes of navigator.credentials.create(). */
export const Attestation = z
  .strictObject({
    ...common,
    response: z.strictObject({
      clientDataJSON: part,
      attestationObject: part,
      authenticatorData: part.optional(),
      publicKey: part.optional(),
      publicKeyAlgorithm: z.int().optional(),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  })
  .describe('The browser’s answer: navigator.credentials.create(…).toJSON().');
export type Attestation = z.infer<typeof Attestation>;

/** What `PublicKeyCredential.toJSON()` makes of navigator.credentials.get(). */
export const Assertion = z
  .strictObject({
    ...common,
    response: z.strictObject({
      clientDataJSON: part,
      authenticatorData: part,
      signature: part,
      userHandle: part.nullish(),
    }),
  })
  .describe('The browser’s answer: navigator.credentials.get(…).toJSON().');
export type Assertion = z.infer<typeof Assertion>;

/** For navigator.credentials: its members are the browser’s own business. */
export const PublicKeyOptions = z
  .looseObject({ challenge: z.string().describe('Works once, for five minutes.') })
  .describe('For navigator.credentials, by PublicKeyCredential.parse…OptionsFromJSON().')
  .meta({ id: 'PublicKeyOptions' });

export const passkeyName = label(60).describe('A name to know it by, e.g. the device’s.');

export const Passkey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    backedUp: z.boolean().describe('Kept on several devices.'),
    createdAt: timestamp,
    usedAt: timestamp.nullable(),
  })
  .meta({ id: 'Passkey' });
