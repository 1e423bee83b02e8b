import { ReceiptText } from 'lucide-react';
import type { Area } from '#areas/area.ts';
import { lazyCard } from '#areas/lazy-card.tsx';
import { lazyAttention } from '#areas/matter.tsx';

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
  Attention: lazyAttention(() => import('./attention.tsx').then((module) => module.ErpAttention)),
};
