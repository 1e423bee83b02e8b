import type { Assertion, Attestation } from './schema.ts';

/**
 * What a browser at http://localhost:8000 answered: signatures over challenges that the example installation holds
 * (test/parity/seed.ts), so that the examples are true at every run.
 */
export const EXAMPLE_CREDENTIAL = 'ZXhhbXBsZS1waG9uZS0wMDE';

/** Adds another passkey. */
export const EXAMPLE_ATTESTATION: Attestation = {
  id: 'ZXhhbXBsZS1jb21wdXRlci0',
  rawId: 'ZXhhbXBsZS1jb21wdXRlci0',
  type: 'public-key',
  response: {
    clientDataJSON:
      'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiY21WbmFYTjBaWEp5WldkcGMzUmxjbkpsWjJsemRHVnljbVZuYVhOMFpYSSIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODAwMCIsImNyb3NzT3JpZ2luIjpmYWxzZX0',
    attestationObject:
      'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YViVSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2NFAAAAAAAAAAAAAAAAAAAAAAAAAAAAEWV4YW1wbGUtY29tcHV0ZXItpQECAyYgASFYIGaJ9ZwSC7GFqhj_waaKC8cEqE0gwo2XrP7koVf1wDjfIlggfuOTHAkIzstohSsHx1m3ZLDmHDsrSvmpuhdmLcAg_kY',
    transports: ['internal'],
  },
};

/** Logs in with EXAMPLE_CREDENTIAL. */
export const EXAMPLE_ASSERTION: Assertion = {
  id: EXAMPLE_CREDENTIAL,
  rawId: EXAMPLE_CREDENTIAL,
  type: 'public-key',
  response: {
    clientDataJSON:
      'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiYkc5bmFXNXNiMmRwYm14dloybHViRzluYVc1c2IyZHBibXh2WjJsdWJHOCIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODAwMCIsImNyb3NzT3JpZ2luIjpmYWxzZX0',
    authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ',
    signature:
      'MEUCIApdW6vuCYJ3kj_Q_qkf2r_Z0xsVqep2kEqevMg6aFi2AiEA9bR7y-k6ZrtsH5_7sBNjKmv31Ilj6VpziwIiW36wvYY',
  },
};
