import { defineEngine } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { connector } from './connector.ts';

export const supabase = defineEngine({
  name: 'supabase',
  title: 'Supabase',
  settings: ['SUPABASE_URL', 'SUPABASE_SERVICE_ROLE'],
  connector,
  blueprint,
});
