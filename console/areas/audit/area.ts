import { ScrollText } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const auditArea: Area = {
  id: 'audit',
  title: 'audit.title',
  href: '/audit',
  icon: ScrollText,
  scope: 'audit:read',
  key: 'l',
  group: 'company',
};
