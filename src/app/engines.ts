import type { Capabilities, CapabilityName } from '#core/capabilities.ts';
import type { EngineDefinition } from '#core/engine.ts';
import type { SenderDefinition } from '#core/engine-hooks.ts';
import { botpress } from '#engines/botpress/index.ts';
import { chatwoot } from '#engines/chatwoot/index.ts';
import { github } from '#engines/github/index.ts';
import { mercadolibre } from '#engines/mercadolibre/index.ts';
import { metabase } from '#engines/metabase/index.ts';
import { n8n } from '#engines/n8n/index.ts';
import { odoo } from '#engines/odoo/index.ts';
import { resend } from '#engines/resend/index.ts';
import { shopify } from '#engines/shopify/index.ts';
import { smtp } from '#engines/smtp/index.ts';
import { supabase } from '#engines/supabase/index.ts';
import { vault } from '#engines/vault/index.ts';
import { whatsapp } from '#engines/whatsapp/index.ts';
import type { EngineWay } from '#kernel/outside.ts';
import { systemClock } from '#platform/clock.ts';
import { createEngineCalls, type EngineCallsOptions } from '#platform/engines/call.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { SecretStores } from '#platform/engines/secrets.ts';
import { openSecretStores } from './secret-store.ts';

/** The one list of engines. */
export const ENGINES: readonly EngineDefinition[] = [
  supabase,
  resend,
  smtp,
  whatsapp,
  chatwoot,
  n8n,
  odoo,
  vault,
  botpress,
  metabase,
];

/** The one list of what only tells us things. */
export const SENDERS: readonly SenderDefinition[] = [shopify, mercadolibre, github];

type Settings = Readonly<Record<string, string | undefined>>;

export const isConfigured = (engine: EngineDefinition, settings: Settings): boolean =>
  engine.settings.every((name) => settings[name] !== undefined);

/** What the configured engines can do; the first engine in the list that can, does. */
export function connectEngines(
  settings: Settings,
): <N extends CapabilityName>(name: N) => Capabilities[N] | undefined {
  const all: Partial<Capabilities>[] = ENGINES.filter((engine) => isConfigured(engine, settings)).map(
    (engine) => engine.connect?.(settings as Readonly<Record<string, string>>) ?? {},
  );
  return (name) => all.find((capabilities) => capabilities[name] !== undefined)?.[name];
}

/** How this process calls engines. `relay` is role relay's, and needed where secrets go into Vault. */
export function engineWay(
  config: Parameters<typeof openSecretStores>[0],
  calls?: EngineCallsOptions,
  relay?: Pool,
): EngineWay & { readonly secrets: SecretStores } {
  return {
    calls: createEngineCalls(calls),
    secrets: openSecretStores(config, () => systemClock.now().getTime(), relay),
  };
}
