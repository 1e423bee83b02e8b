'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import conversations from '#messages/es/conversations.json';
import { useWaiting } from './use-waiting.ts';

/** People who wait for an answer. */
function Attention() {
  const t = useTranslations('conversations');
  const { ago } = useFormat();
  const { data, error } = useWaiting();
  const waiting = (all: NonNullable<typeof data>): Matter[] => {
    const count = all.data.length;
    if (count === 0) return [];
    const [longest] = all.data.flatMap(({ waitingSince }) => waitingSince ?? []).toSorted();
    return [
      {
        id: 'waiting',
        urgency: 'now',
        title: t('alert', { count, shown: all.nextCursor === null ? String(count) : `${count}+` }),
        // Of a part of them nobody can tell which is the oldest.
        detail: all.nextCursor === null && longest ? t('alertSince', { when: ago(longest) }) : undefined,
        action: { label: t('alertSee'), href: '/conversations?status=waiting' },
      },
    ];
  };
  useMatters('conversations', data ? waiting(data) : error ? [] : undefined);
  return null;
}

export const ConversationsAttention = withWords({ conversations }, Attention);
