'use client';

import { Lock, Paperclip } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cn } from '#lib/cn.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { isWebAddress } from '#lib/web-address.ts';
import type { Message } from './use-messages.ts';

/** Something that was said: by the customer on the left, by us on the right, a note among ourselves in yellow. */
export function Bubble({ message }: { message: Message }) {
  const t = useTranslations('conversations');
  const { time } = useFormat();
  const { type, content, sender, private: note, createdAt, status, attachments } = message;
  if (type === 'activity')
    return <p className="py-0.5 text-center text-xs text-muted-foreground">{content}</p>;
  const theirs = type === 'incoming';
  const name = sender?.name ?? t(theirs ? 'customer' : 'company');
  return (
    <article className={cn('grid max-w-[min(85%,36rem)] gap-0.5', theirs ? 'self-start' : 'self-end')}>
      <div
        className={cn(
          'grid gap-1.5 rounded-lg px-3 py-2',
          theirs && 'bg-muted',
          !theirs && (note ? 'bg-warning-soft' : 'bg-accent text-accent-foreground'),
        )}
      >
        {note && (
          <p className="flex items-center gap-1.5 text-xs font-medium text-warning">
            <Lock aria-hidden className="size-3.5" />
            {t('note')}
          </p>
        )}
        {content !== null && content !== '' && (
          <p className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">{content}</p>
        )}
        {attachments.map(({ url, type: kind }) => (
          <Attachment key={url} url={url} kind={kind} />
        ))}
      </div>
      <p className={cn('px-1 text-xs text-muted-foreground', !theirs && 'text-right')}>
        {name}
        {createdAt !== null && ` · ${time(createdAt)}`}
        {!theirs && status === 'failed' && <span className="text-destructive"> · {t('notSent')}</span>}
        {!theirs && status === 'read' && ` · ${t('read')}`}
      </p>
    </article>
  );
}

/** It lies in Chatwoot, so it is opened there rather than shown here. */
function Attachment({ url, kind }: { url: string; kind: string }) {
  const t = useTranslations('conversations');
  const words = t('attachment', { kind });
  return (
    <p className="flex items-center gap-1.5">
      <Paperclip aria-hidden className="size-4 shrink-0" />
      {isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer" className="underline underline-offset-4">
          {words}
        </a>
      ) : (
        words
      )}
    </p>
  );
}
