import { MessagesSquare } from 'lucide-react';
import type { Area } from '#areas/area.ts';

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
};
