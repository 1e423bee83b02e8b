'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import { writeFilters } from '#components/data/filters.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import erp from '#messages/es/erp.json';
import { useUnpaid } from './use-day.ts';

const UNPAID = writeFilters([{ column: 'payment_state', operator: 'is', value: 'not_paid' }]);

/** Invoices that should have been paid. */
function Attention() {
  const t = useTranslations('erp');
  const { amount } = useFormat();
  const { overdue } = useUnpaid();
  const { count, more, amounts } = overdue;
  const owed = amounts.map(([currency, total]) => amount(total, currency)).join(' · ');
  const query = new URLSearchParams({ model: 'account.move', ...(UNPAID && { filters: UNPAID }) });
  const matters: Matter[] =
    count === 0
      ? []
      : [
          {
            id: 'overdue',
            urgency: 'soon',
            title: t('alert', { count, shown: more ? `${count}+` : String(count) }),
            detail: t('alertOwed', { amount: owed }),
            action: { label: t('alertSee'), href: `/erp?${query.toString()}` },
          },
        ];
  useMatters('erp', matters);
  return null;
}

export const ErpAttention = withWords({ erp }, Attention);
