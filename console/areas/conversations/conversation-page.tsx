'use client';

import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EngineGate } from '#components/data/engine-gate.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import type { Engine } from '#components/data/engine-state.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { ConversationContact } from './conversation-contact.tsx';
import { MessageList } from './message-list.tsx';
import { ReplyForm } from './reply-form.tsx';
import { StatusBadge } from './status.tsx';

/** Chatwoot tells of a conversation only in lists; those that one comes from are among the newest. */
const LISTED = 100;

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
  const [{ id = '' }] = useUrlState(['id']);
  const { data } = useApi('/chatwoot/conversations', { query: { limit: LISTED, status: 'all' } });
  const conversation = data?.data.find((one) => one.id === id);
  const back = { href: '/conversations', label: t('title') };
  return (
    <>
      <PageHeader title={conversation?.contact?.name ?? t('numbered', { id })} back={back}>
        {conversation && <StatusBadge status={conversation.status} />}
        <LaunchButton engine="chatwoot" title={engine.title} variant="outline" />
      </PageHeader>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_18rem]">
        <section aria-label={t('messages')} className="min-w-0 rounded-lg border bg-card">
          <MessageList id={id} />
          {may('chatwoot:write') && <ReplyForm id={id} />}
        </section>
        {conversation && <ConversationContact conversation={conversation} />}
      </div>
    </>
  );
}
