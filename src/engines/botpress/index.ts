import { defineEngine } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { connector } from './connector.ts';

export const botpress = defineEngine({
  name: 'botpress',
  title: 'Botpress',
  settings: ['BOTPRESS_TOKEN', 'BOTPRESS_WORKSPACE_ID'],
  connector,
  blueprint,
});
