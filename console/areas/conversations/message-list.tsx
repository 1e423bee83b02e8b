'use client';

import { ArrowDown, MessagesSquare } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { Bubble } from './bubble.tsx';
import { useMessages, type Message } from './use-messages.ts';

/** So close to an end counts as there. */
const NEAR_PX = 80;

/** The messages of a conversation, the newest at the bottom, where it begins; those before come as one scrolls up. */
export function MessageList({ id }: { id: string }) {
  const t = useTranslations('conversations');
  const { date } = useFormat();
  const { messages, loaded, error, retry, earlier } = useMessages(id);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  /** How far the end was from what is shown, before something came in above. */
  const fromEnd = useRef(0);
  const [missed, setMissed] = useState(false);
  const oldest = messages[0]?.id;
  const newest = messages.at(-1)?.id;
  useLayoutEffect(() => {
    const box = list.current;
    if (box && !atEnd.current) box.scrollTop = box.scrollHeight - fromEnd.current;
  }, [oldest]);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    if (atEnd.current) box.scrollTop = box.scrollHeight;
    else {
      fromEnd.current = box.scrollHeight - box.scrollTop;
      setMissed(true);
    }
  }, [newest]);
  const onScroll = (): void => {
    const box = list.current!;
    fromEnd.current = box.scrollHeight - box.scrollTop;
    atEnd.current = fromEnd.current - box.clientHeight < NEAR_PX;
    if (atEnd.current) setMissed(false);
    if (box.scrollTop < NEAR_PX && !atEnd.current && !earlier.error) earlier.load?.();
  };
  if (error && !loaded)
    return (
      <div className="flex-1 p-4">
        <ProblemNote error={error} retry={retry} />
      </div>
    );
  if (!loaded) return <BubbleSkeletons />;
  if (messages.length === 0)
    return (
      <div className="flex-1">
        <EmptyState icon={MessagesSquare} text={t('noMessages')} />
      </div>
    );
  const dayOf = (message: Message | undefined): string => (message?.createdAt ? date(message.createdAt) : '');
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={list}
        role="log"
        aria-label={t('messages')}
        tabIndex={0}
        onScroll={onScroll}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-4 [overflow-anchor:none] -outline-offset-2"
      >
        <ProblemNote error={earlier.error} />
        {earlier.load && (
          <Button
            variant="ghost"
            size="sm"
            busy={earlier.busy}
            className="shrink-0 self-center"
            onClick={earlier.load}
          >
            {t('earlier')}
          </Button>
        )}
        {messages.map((message, index) => {
          const day = dayOf(message);
          return (
            <div key={message.id} className="contents">
              {day !== dayOf(messages[index - 1]) && (
                <p className="py-1 text-center text-xs text-muted-foreground">{day}</p>
              )}
              <Bubble message={message} />
            </div>
          );
        })}
      </div>
      {missed && (
        <Button
          variant="outline"
          size="sm"
          className="absolute bottom-2 left-1/2 -translate-x-1/2"
          onClick={() => list.current && (list.current.scrollTop = list.current.scrollHeight)}
        >
          <ArrowDown aria-hidden />
          {t('newBelow')}
        </Button>
      )}
    </div>
  );
}

const BubbleSkeletons = () => (
  <div aria-hidden className="grid flex-1 content-end gap-3 p-4">
    <Skeleton className="h-12 w-3/5" />
    <Skeleton className="ml-auto h-16 w-1/2" />
    <Skeleton className="h-10 w-2/5" />
  </div>
);
