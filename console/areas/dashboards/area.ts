import { ChartNoAxesCombined } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const dashboardsArea: Area = {
  id: 'dashboards',
  title: 'dashboards.title',
  href: '/dashboards',
  icon: ChartNoAxesCombined,
  scope: 'metabase:read',
  key: 'd',
  group: 'work',
  live: { 'engine.reached': ['/metabase'] },
};
