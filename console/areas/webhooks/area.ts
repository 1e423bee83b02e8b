import { Webhook } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const webhooksArea: Area = {
  id: 'webhooks',
  title: 'webhooks.title',
  href: '/webhooks',
  icon: Webhook,
  scope: 'webhooks:read',
  key: 'w',
  group: 'company',
  actions: [
    {
      id: 'webhooks.new',
      title: 'webhooks.new',
      icon: Webhook,
      scope: 'webhooks:write',
      href: '/webhooks?new=1',
    },
  ],
  live: { 'webhook.disabled': ['/webhooks'], 'webhook.test': ['/webhooks'] },
};
