import { defineSender } from '#core/engine-hooks.ts';
import { hooks } from './hooks.ts';

export const shopify = defineSender({ name: 'shopify', title: 'Shopify', secret: 'theirs', hooks });
