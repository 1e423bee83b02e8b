import { defineEngine } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { connector } from './connector.ts';

export const metabase = defineEngine({
  name: 'metabase',
  title: 'Metabase',
  settings: ['METABASE_URL', 'METABASE_API_KEY'],
  connector,
  blueprint,
});
