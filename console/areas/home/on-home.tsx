import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { ApiAttention } from '#areas/api/attention.tsx';
import { ContactsCard } from '#areas/contacts/card.tsx';
import { EnginesAttention } from '#areas/engines/attention.tsx';
import { PeopleAttention } from '#areas/people/attention.tsx';
import { PrivacyAttention } from '#areas/privacy/attention.tsx';
import { SettingsAttention } from '#areas/settings/attention.tsx';
import { WebhooksAttention } from '#areas/webhooks/attention.tsx';
import { Card, LIST_CARD } from '#components/ui/card.tsx';

interface OnHome {
  /** Says what of the area needs somebody (matter.tsx); shows nothing itself. */
  readonly Attention?: ComponentType;
  readonly Card?: ComponentType;
}

const lazyCard = (load: () => Promise<ComponentType>): ComponentType =>
  dynamic(load, { loading: () => <Card className={LIST_CARD} /> });

/**
 * By area, what it has for the home page. Part of that page, so that all begin at once; what needs an engine is fetched by
 * the companies that have it.
 */
export const ON_HOME: Readonly<Record<string, OnHome>> = {
  contacts: { Card: ContactsCard },
  conversations: {
    Attention: dynamic(() =>
      import('#areas/conversations/attention.tsx').then((module) => module.ConversationsAttention),
    ),
    Card: lazyCard(() => import('#areas/conversations/card.tsx').then((module) => module.ConversationsCard)),
  },
  erp: {
    Attention: dynamic(() => import('#areas/erp/attention.tsx').then((module) => module.ErpAttention)),
    Card: lazyCard(() => import('#areas/erp/card.tsx').then((module) => module.ErpCard)),
  },
  workflows: {
    Attention: dynamic(() =>
      import('#areas/workflows/attention.tsx').then((module) => module.WorkflowsAttention),
    ),
    Card: lazyCard(() => import('#areas/workflows/card.tsx').then((module) => module.WorkflowsCard)),
  },
  engines: { Attention: EnginesAttention },
  people: { Attention: PeopleAttention },
  api: { Attention: ApiAttention },
  webhooks: { Attention: WebhooksAttention },
  privacy: { Attention: PrivacyAttention },
  settings: { Attention: SettingsAttention },
};
