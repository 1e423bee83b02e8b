import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { addressesOf, serverMetadata } from './metadata.ts';
import { lazyProvider } from './provider.ts';

const scopes = ['contacts:read', 'contacts:write'];

describe('the authorization server’s metadata', () => {
  for (const registration of [false, true]) {
    it(`says what the library says of itself, registration ${registration ? 'on' : 'off'}`, async () => {
      const addresses = addressesOf('https://api.example.com/smarteros');
      const unused = () => Promise.reject(new Error('not asked'));
      const provider = await lazyProvider({
        addresses,
        scopes,
        registration,
        cookieKey: 'x'.repeat(32),
        fetchPublic: unused,
        adapter: () => ({
          upsert: unused,
          find: unused,
          findByUserCode: unused,
          findByUid: unused,
          consume: unused,
          destroy: unused,
          revokeByGrantId: unused,
        }),
        renderError: () => {},
        onError: () => {},
      })();
      const server = createServer((request, answer) => void provider.callback()(request, answer));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = server.address() as AddressInfo;
        const answer = await fetch(`http://127.0.0.1:${port}/.well-known/oauth-authorization-server`);
        const theirs = (await answer.json()) as Record<string, unknown>;
        const ours = serverMetadata({ addresses, scopes, registration }) as Record<string, unknown>;
        for (const name of [
          'issuer',
          'authorization_endpoint',
          'token_endpoint',
          'revocation_endpoint',
          'registration_endpoint',
          'response_types_supported',
          'grant_types_supported',
          'token_endpoint_auth_methods_supported',
          'code_challenge_methods_supported',
          'authorization_response_iss_parameter_supported',
          'client_id_metadata_document_supported',
          'request_uri_parameter_supported',
          'subject_types_supported',
        ])
          assert.deepEqual(ours[name], theirs[name], name);
        for (const feature of [
          'dpop_signing_alg_values_supported',
          'pushed_authorization_request_endpoint',
          'userinfo_endpoint',
        ])
          assert.equal(theirs[feature], undefined);
      } finally {
        server.close();
      }
    });
  }

  it('puts its names before the path of an installation that has one', () => {
    assert.deepEqual(addressesOf('https://api.example.com/smarteros'), {
      issuer: 'https://api.example.com/smarteros',
      resource: 'https://api.example.com/smarteros/mcp',
      resourceMetadata: 'https://api.example.com/.well-known/oauth-protected-resource/smarteros/mcp',
    });
    assert.equal(
      addressesOf('https://api.example.com').resourceMetadata,
      'https://api.example.com/.well-known/oauth-protected-resource/mcp',
    );
  });
});
