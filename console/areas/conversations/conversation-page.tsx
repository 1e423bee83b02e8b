'use client';

import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { EngineGate } from '#components/data/engine-gate.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import type { Engine } from '#components/data/engine-state.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { hasCode } from '#lib/api/error.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useMedia } from '#lib/use-media.ts';
import { useUrlState } from '#lib/url-state.ts';
import { ConversationContact } from './conversation-contact.tsx';
import { conversationsHref } from './paths.ts';
import { MessageList } from './message-list.tsx';
import { ReplyForm } from './reply-form.tsx';
import { SideList } from './side-list.tsx';
import { StatusBadge } from './status.tsx';
import { StatusButton } from './status-button.tsx';

/** A conversation: what was said, what to answer, and with whom it is. */
export function ConversationPage() {
  const t = useTranslations('conversations');
  return (
    <EngineGate engine="chatwoot" icon={MessagesSquare} text={t('notConnected')}>
      {(engine) => <Conversation engine={engine} />}
    </EngineGate>
  );
}

function Conversation({ engine }: { engine: Engine }) {
  const t = useTranslations('conversations');
  const may = useMay();
  const [{ id = '', ...place }] = useUrlState(['id', 'status', 'q', 'cursor']);
  const roomy = useMedia('(min-width: 80rem)');
  const { data: conversation, error } = useApi(
    '/chatwoot/conversations/{id}',
    { path: { id } },
    { enabled: id !== '' },
  );
  const back = { href: conversationsHref(place), label: t('title') };
  const gone = hasCode(error, 'engine_not_found') || hasCode(error, 'invalid_input') || id === '';
  if (gone)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <Card>
          <EmptyState
            icon={MessagesSquare}
            text={t('gone')}
            action={<ButtonLink href="/conversations">{t('toList')}</ButtonLink>}
          />
        </Card>
      </>
    );
  return (
    <>
      <PageHeader title={conversation?.contact?.name ?? t('numbered', { id })} back={back}>
        {conversation && <StatusBadge status={conversation.status} />}
        {conversation && may('chatwoot:write') && <StatusButton conversation={conversation} />}
        <span className="hidden md:inline-flex">
          <LaunchButton engine="chatwoot" title={engine.title} variant="outline" />
        </span>
      </PageHeader>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_16rem] xl:grid-cols-[17rem_1fr_16rem]">
        {roomy && <SideList open={id} className="h-[calc(100dvh-10rem)] min-h-80" />}
        <section
          aria-label={t('messages')}
          // As high as the window leaves it, on phones above the keyboard: what one writes is always in sight.
          className="flex h-[calc(100dvh-15.5rem)] min-h-80 min-w-0 flex-col rounded-lg border bg-card md:h-[calc(100dvh-10rem)]"
        >
          <MessageList key={id} id={id} />
          {may('chatwoot:write') && <ReplyForm key={`reply ${id}`} id={id} />}
        </section>
        {conversation && <ConversationContact conversation={conversation} />}
      </div>
    </>
  );
}
