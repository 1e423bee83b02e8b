import { ReceiptText } from 'lucide-react';
import type { Area } from '#areas/area.ts';
import { lazyAlert, lazyCard } from '#areas/lazy-card.tsx';

export const erpArea: Area = {
  id: 'erp',
  title: 'erp.title',
  href: '/erp',
  icon: ReceiptText,
  scope: 'odoo:read',
  key: 'v',
  group: 'work',
  live: { 'engine.reached': ['/odoo'] },
  needs: 'odoo',
  Card: lazyCard(() => import('./card.tsx').then((module) => module.ErpCard)),
  Alert: lazyAlert(() => import('./alert.tsx').then((module) => module.ErpAlert)),
};
