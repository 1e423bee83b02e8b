import type { Operation } from '#core/operation.ts';
import { botpressOperations } from '#engines/botpress/catalogue.ts';
import { chatwootOperations } from '#engines/chatwoot/catalogue.ts';
import { metabaseOperations } from '#engines/metabase/catalogue.ts';
import { n8nOperations } from '#engines/n8n/catalogue.ts';
import { odooOperations } from '#engines/odoo/catalogue.ts';
import { supabaseOperations } from '#engines/supabase/catalogue.ts';
import { vaultOperations } from '#engines/vault/catalogue.ts';

/** The one list of what engines answer. Only whoever serves or describes operations loads them. */
export const ENGINE_OPERATIONS: readonly Operation[] = [
  ...supabaseOperations,
  ...chatwootOperations,
  ...n8nOperations,
  ...odooOperations,
  ...vaultOperations,
  ...botpressOperations,
  ...metabaseOperations,
];
