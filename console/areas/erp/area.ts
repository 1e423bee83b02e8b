import { ReceiptText } from 'lucide-react';
import type { Area } from '#areas/area.ts';

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
};
