import { MessagesSquare } from 'lucide-react';
import type { Area } from '#areas/area.ts';
import { lazyCard } from '#areas/lazy-card.tsx';
import { lazyAttention } from '#areas/matter.tsx';

const CHATWOOT = ['/chatwoot'];

export const conversationsArea: Area = {
  id: 'conversations',
  title: 'conversations.title',
  short: 'conversations.short',
  href: '/conversations',
  icon: MessagesSquare,
  scope: 'chatwoot:read',
  key: 'm',
  group: 'work',
  live: {
    'chatwoot.told': CHATWOOT,
    'engine.reached': CHATWOOT,
  },
  needs: 'chatwoot',
  Card: lazyCard(() => import('./card.tsx').then((module) => module.ConversationsCard)),
  Attention: lazyAttention(() => import('./attention.tsx').then((module) => module.ConversationsAttention)),
};
