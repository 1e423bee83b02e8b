import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { adopt } from '#app/adopt.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { createPostgrest } from '#test/engines/supabase/stand-in.ts';
import { VaultServer } from '#test/engines/vault/stand-in.ts';

const KEY = 'service-role-of-an-old-installation';
const postgrest = createPostgrest('/rest/v1', KEY);
const vault = new VaultServer();

describe('taking over an installation from its env file', () => {
  let env: Record<string, string>;
  let connected: Map<string, unknown>;
  beforeEach(async () => {
    vault.reset();
    connected = new Map();
    env = {
      SUPABASE_URL: await openStandIn((asked) => postgrest.answer(asked)),
      SUPABASE_SERVICE_ROLE: KEY,
      RESEND_API_KEY: 're_secret_of_mail',
      SOMETHING_ELSE: 'private',
    };
  });
  const run = (apply: boolean) =>
    adopt(env, {
      apply,
      language: 'en',
      operator: {
        connected: async () => new Set(connected.keys()),
        connect: async (engine, adoption) => void connected.set(engine, adoption),
      },
    });

  it('shows what it found, changes nothing, and prints no value', async () => {
    const { lines, ok } = await run(false);
    const text = lines.join('\n');
    assert.ok(ok, text);
    assert.match(
      text,
      /✓ Supabase {2}http:\S+: version 12\.0\.2, reachable, credentials accepted\. Would be connected\./,
    );
    assert.match(text, /Nothing was changed/);
    assert.match(text, /smarteros\.yaml: RESEND_API_KEY\./);
    assert.match(text, /1 other names/);
    assert.ok(![KEY, 're_secret', 'private'].some((value) => text.includes(value)), text);
    assert.equal(connected.size, 0);
  });

  it('connects it when asked to, once', async () => {
    await run(true);
    assert.deepEqual(connected.get('supabase'), {
      url: env['SUPABASE_URL'],
      credentials: { serviceRole: KEY },
      settings: {},
    });
    const kept = connected.get('supabase');
    const { lines } = await run(true);
    assert.match(lines[0]!, /connected already; it stays as it is/);
    assert.equal(connected.get('supabase'), kept);
  });

  it('says what is missing or wrong, and skips it', async () => {
    Object.assign(env, {
      SUPABASE_SERVICE_ROLE: 'wrong-key',
      N8N_BASE_URL: 'https://n8n.example.cl',
      VAULT_ADDR: await openStandIn((asked) => vault.answer(asked)),
      VAULT_ROLE_ID: vault.example.credentials.roleId,
      VAULT_SECRET_ID: 'wrong-secret',
    });
    const { lines, ok } = await run(true);
    const text = lines.join('\n');
    assert.ok(!ok);
    assert.match(text, /✗ Supabase .* rejected the credentials/);
    assert.match(text, /✗ n8n {2}incomplete: N8N_API_KEY is missing\. Skipped\./);
    assert.match(text, /✗ Vault .* rejected the credentials/);
    assert.ok(!/wrong-(?:key|secret)/.test(text), text);
    assert.equal(connected.size, 0);
  });
});
