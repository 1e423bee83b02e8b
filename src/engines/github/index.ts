import { defineSender } from '#core/engine-hooks.ts';
import { hooks } from './hooks.ts';

export const github = defineSender({ name: 'github', title: 'GitHub', secret: 'ours', hooks });
