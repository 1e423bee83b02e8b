import { ShieldCheck } from 'lucide-react';
import type { Area } from '#areas/area.ts';

const REQUESTS = ['/privacy/requests'];

export const privacyArea: Area = {
  id: 'privacy',
  title: 'privacy.title',
  href: '/privacy',
  icon: ShieldCheck,
  scope: 'privacy:read',
  key: 'r',
  group: 'company',
  actions: [
    {
      id: 'privacy.newRequest',
      title: 'privacy.newRequest',
      icon: ShieldCheck,
      scope: 'privacy:write',
      href: '/privacy?new=1',
    },
  ],
  live: {
    'privacy.request_received': REQUESTS,
    'privacy.request_due': REQUESTS,
    'privacy.request_decided': REQUESTS,
    'consent.given': ['/consents'],
    'consent.withdrawn': ['/consents'],
  },
};
