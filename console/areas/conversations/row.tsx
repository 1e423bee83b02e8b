import { useTranslations } from 'use-intl';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { isStatus } from './status.tsx';
import type { Conversation } from './use-conversations.ts';

/** With whom, and what was said last. */
export function Who({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  const { contact, unread, id, status, waitingSince } = conversation;
  return (
    <>
      <span className="flex items-center gap-2">
        {waitingSince !== null && <WaitingDot />}
        <span className="line-clamp-1 break-all">{contact?.name ?? t('nameless')}</span>
        <span className="hidden shrink-0 text-[13px] font-normal text-muted-foreground tabular-nums md:inline">
          {t('number', { id })}
        </span>
        {unread > 0 && (
          <Badge tone="accent" className="shrink-0 tabular-nums">
            {t('unread', { count: unread })}
          </Badge>
        )}
      </span>
      <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
        <span className="md:hidden">
          {isStatus(status) && status !== 'open' && `${t(`status.${status}`)} · `}
        </span>
        <Glimpse conversation={conversation} />
      </span>
    </>
  );
}

/** Somebody waits for an answer. */
export function WaitingDot() {
  const t = useTranslations('conversations');
  return <span role="img" aria-label={t('waits')} className="size-2 shrink-0 rounded-full bg-primary" />;
}

/** What was said last, and by which side. */
export function Glimpse({ conversation: { lastMessage } }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  if (!lastMessage) return t('noMessagesYet');
  const words = lastMessage.content || t('onlyAFile');
  if (lastMessage.private) return t('noteSaid', { words });
  return lastMessage.type === 'incoming' ? words : t('weSaid', { words });
}

/** Of the last word, and whether somebody waits. */
export function When({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  const { lastActivityAt, createdAt, waitingSince } = conversation;
  const at = lastActivityAt ?? createdAt;
  return (
    <span className="grid justify-items-end text-[13px] text-muted-foreground">
      {at !== null && <Ago at={at} />}
      {waitingSince !== null && (
        <span className="text-xs font-medium whitespace-nowrap text-primary">{t('waits')}</span>
      )}
    </span>
  );
}
