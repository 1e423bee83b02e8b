'use client';

import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AlertRow } from '#components/data/alert-row.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import conversations from '#messages/es/conversations.json';
import { useWaiting } from './use-waiting.ts';

function Waiting() {
  const t = useTranslations('conversations');
  const { ago } = useFormat();
  const { data } = useWaiting();
  if (!data || data.data.length === 0) return null;
  const count = data.data.length;
  const [longest] = data.data.flatMap(({ waitingSince }) => waitingSince ?? []).toSorted();
  return (
    <AlertRow
      icon={MessagesSquare}
      tone="due"
      href="/conversations?status=waiting"
      title={t('alert', { count, shown: data.nextCursor === null ? String(count) : `${count}+` })}
      // Of a part of them nobody can tell which is the oldest.
      detail={data.nextCursor === null && longest && t('alertSince', { when: ago(longest) })}
    />
  );
}

export const ConversationsAlert = withWords({ conversations }, Waiting);
