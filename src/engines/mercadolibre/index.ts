import { defineSender } from '#core/engine-hooks.ts';
import { hooks } from './hooks.ts';

export const mercadolibre = defineSender({
  name: 'mercadolibre',
  title: 'Mercado Libre',
  secret: 'theirs',
  api: 'https://api.mercadolibre.com',
  hooks,
});
