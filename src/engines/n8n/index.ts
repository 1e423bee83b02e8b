import { defineEngine } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { connector } from './connector.ts';
import { native } from './native.ts';

export const n8n = defineEngine({
  name: 'n8n',
  title: 'n8n',
  settings: ['N8N_BASE_URL', 'N8N_API_KEY'],
  connector,
  blueprint,
  native,
});
