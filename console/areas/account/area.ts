import { UserRoundCog } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const accountArea: Area = {
  id: 'account',
  title: 'account.title',
  href: '/account',
  icon: UserRoundCog,
  key: 'u',
  group: 'person',
};
