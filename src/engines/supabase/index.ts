import { defineEngine } from '#core/engine.ts';

export const supabase = defineEngine({
  name: 'supabase',
  title: 'Supabase',
  settings: ['SUPABASE_URL', 'SUPABASE_SERVICE_ROLE'],
});
