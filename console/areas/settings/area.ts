import { Settings } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const settingsArea: Area = {
  id: 'settings',
  title: 'settings.title',
  short: 'settings.short',
  href: '/settings',
  icon: Settings,
  scope: 'tenants:read',
  key: 's',
  group: 'company',
  live: { 'tenant.updated': ['/tenants', '/auth/me'] },
};
