import { MessagesSquare } from 'lucide-react';
import type { Area } from '#areas/area.ts';
import { lazyAlert, lazyCard } from '#areas/lazy-card.tsx';

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
  Alert: lazyAlert(() => import('./alert.tsx').then((module) => module.ConversationsAlert)),
};
