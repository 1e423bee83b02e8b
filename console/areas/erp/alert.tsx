'use client';

import { ReceiptText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AlertRow } from '#components/data/alert-row.tsx';
import { writeFilters } from '#components/data/filters.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import erp from '#messages/es/erp.json';
import { useUnpaid } from './use-day.ts';

const UNPAID = writeFilters([{ column: 'payment_state', operator: 'is', value: 'not_paid' }]);

function Overdue() {
  const t = useTranslations('erp');
  const { amount } = useFormat();
  const { overdue } = useUnpaid();
  const { count, more, amounts } = overdue;
  if (count === 0) return null;
  const owed = amounts.map(([currency, total]) => amount(total, currency)).join(' · ');
  return (
    <AlertRow
      icon={ReceiptText}
      tone="due"
      href={`/erp?${new URLSearchParams({ model: 'account.move', ...(UNPAID && { filters: UNPAID }) }).toString()}`}
      title={t('alert', { count, shown: more ? `${count}+` : String(count) })}
      detail={t('alertOwed', { amount: owed })}
    />
  );
}

export const ErpAlert = withWords({ erp }, Overdue);
