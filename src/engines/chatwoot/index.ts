import { defineEngine } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { connector } from './connector.ts';

export const chatwoot = defineEngine({
  name: 'chatwoot',
  title: 'Chatwoot',
  settings: ['CHATWOOT_BASE_URL', 'CHATWOOT_TOKEN', 'CHATWOOT_ACCOUNT_ID'],
  connector,
  blueprint,
});
