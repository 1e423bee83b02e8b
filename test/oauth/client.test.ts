import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
} from '@modelcontextprotocol/client';
import { createWorld, LOCAL_CLIENT, LOCAL_REDIRECT, type Person, type World } from './world.ts';

/** What a program that embeds the SDK keeps. */
class Memory implements OAuthClientProvider {
  readonly redirectUrl = LOCAL_REDIRECT;
  readonly clientMetadataUrl = LOCAL_CLIENT;
  readonly clientMetadata = {
    client_name: 'Local Agent',
    redirect_uris: [LOCAL_REDIRECT],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
  };
  discovery: OAuthDiscoveryState | undefined;
  stored: StoredOAuthTokens | undefined;
  information: StoredOAuthClientInformation | undefined;
  asked: URL | undefined;
  verifier = '';
  state = () => 'state-of-the-client';
  clientInformation = () => this.information;
  saveClientInformation = (information: StoredOAuthClientInformation) =>
    void (this.information = information);
  tokens = () => this.stored;
  saveTokens = (tokens: StoredOAuthTokens) => void (this.stored = tokens);
  redirectToAuthorization = (url: URL) => void (this.asked = url);
  saveCodeVerifier = (verifier: string) => void (this.verifier = verifier);
  codeVerifier = () => this.verifier;
  saveDiscoveryState = (state: OAuthDiscoveryState) => void (this.discovery = state);
  discoveryState = () => this.discovery;
  invalidateCredentials = () => void (this.stored = undefined);
}

describe('the official client, let in by a person', () => {
  let world: World;
  let person: Person;
  let tenant: Awaited<ReturnType<World['t']['tenant']>>;
  before(async () => {
    world = await createWorld();
    tenant = await world.t.tenant({ name: 'Panadería San Pedro' });
    person = await world.person({ [tenant.id]: 'owner' });
  });
  after(() => world.stop());

  const transportOf = (memory: Memory) =>
    new StreamableHTTPClientTransport(new URL(`${world.url}/mcp`), { authProvider: memory });

  /** Drives the person's pages from where the client sends them, and hands the answer back to the client. */
  async function approve(memory: Memory, transport: StreamableHTTPClientTransport): Promise<void> {
    const browser = world.browser(person);
    const page = await browser.open(memory.asked!.href);
    assert.equal(page.status, 200);
    assert.match(page.text, /Panadería San Pedro/);
    const end = new URL((await browser.submit(page, { decision: 'allow' })).url);
    assert.equal(`${end.origin}${end.pathname}`, LOCAL_REDIRECT);
    assert.equal(end.searchParams.get('state'), 'state-of-the-client');
    assert.equal(end.searchParams.get('iss'), world.url);
    await transport.finishAuth(end.searchParams);
  }

  it('finds its way from a bare 401, completes the flow, steps up for a write, refreshes, and is cut off', async () => {
    const memory = new Memory();
    const options = { versionNegotiation: { mode: { pin: '2026-07-28' } } } as const;
    const first = transportOf(memory);
    await assert.rejects(
      new Client({ name: 'test', version: '1' }, options).connect(first),
      UnauthorizedError,
    );
    assert.equal(memory.asked!.searchParams.get('resource'), `${world.url}/mcp`);
    assert.equal(memory.asked!.searchParams.get('client_id'), LOCAL_CLIENT);
    await approve(memory, first);

    const client = new Client({ name: 'test', version: '1' }, options);
    const transport = transportOf(memory);
    await client.connect(transport);
    const read = await client.callTool({ name: 'contacts_list', arguments: {} });
    assert.deepEqual(read.structuredContent, { data: [], nextCursor: null });

    // It was let in to look; the refusal of its first write tells it what to ask for.
    const write = { name: 'contacts_create', arguments: { name: 'Ana' } };
    await assert.rejects(client.callTool(write), UnauthorizedError);
    assert.ok(memory.asked!.searchParams.get('scope')!.split(' ').includes('contacts:write'));
    await approve(memory, transport);
    const written = await client.callTool(write);
    assert.equal((written.structuredContent as { name: string }).name, 'Ana');

    const old = memory.stored!;
    memory.stored = { ...old, access_token: 'sma_no_longer_valid' };
    assert.equal((await client.callTool({ name: 'contacts_list', arguments: {} })).isError ?? false, false);
    assert.notEqual(memory.stored.access_token, old.access_token);
    assert.notEqual(memory.stored.refresh_token, old.refresh_token);

    // The audit names the agent itself, not the person who let it in.
    const audit = await world.t.request('GET /audit?action=contact.created', { token: tenant.key });
    assert.equal(audit.body.data[0].actor.kind, 'agent');
    assert.equal(audit.body.data[0].actor.name, 'Local <b>Agent</b>');

    const { rows } = await world.admin.query('select id from identity.oauth_grants where revoked_at is null');
    for (const { id } of rows) {
      const answer = await world.t.request(`DELETE /oauth/grants/${id}`, {
        headers: { cookie: `smarteros_session=${person.cookie}`, 'sec-fetch-site': 'same-origin' },
      });
      assert.equal(answer.status, 200);
    }
    await assert.rejects(client.callTool({ name: 'contacts_list', arguments: {} }));
    await client.close();
  });
});
