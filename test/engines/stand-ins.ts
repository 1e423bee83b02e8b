import { createHash } from 'node:crypto';
import { openStandIn, type StandIn } from './stand-in.ts';
import { botpressStandIn } from './botpress/stand-in.ts';
import { metabaseStandIn } from './metabase/stand-in.ts';
import { chatwootStandIn } from './chatwoot/stand-in.ts';
import { n8nStandIn } from './n8n/stand-in.ts';
import { odooStandIn } from './odoo/stand-in.ts';
import { supabaseStandIn } from './supabase/stand-in.ts';
import { vaultStandIn } from './vault/stand-in.ts';

/** The one list of what plays engines in the examples of operations. */
export const STAND_INS: readonly StandIn[] = [
  supabaseStandIn,
  n8nStandIn,
  odooStandIn,
  vaultStandIn,
  botpressStandIn,
  metabaseStandIn,
  chatwootStandIn,
];

/** The key of sealed secrets in tests. */
export const SECRETS_KEY = createHash('sha256').update('secrets of tests').digest('base64url');

const addresses = new Map<string, string>();
let opening: Promise<unknown> | undefined;

/** Serves them all, once a process, and brings them back to the example. */
export async function resetStandIns(): Promise<void> {
  opening ??= Promise.all(
    STAND_INS.map(async (one) =>
      addresses.set(one.example.url, await openStandIn((asked) => one.answer(asked))),
    ),
  );
  await opening;
  for (const one of STAND_INS) one.reset();
}

/** Where an address of an example really leads. */
export const reach = (url: string): string => addresses.get(url) ?? url;
