'use client';

import { Check, RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';

/** Resolves a conversation, or opens it again: each undoes the other. */
export function StatusButton({ conversation }: { conversation: Row<'/chatwoot/conversations'> }) {
  const t = useTranslations('conversations');
  const set = useApiMutation('post', '/chatwoot/conversations/{id}/status', {
    invalidates: ['/chatwoot/conversations'],
    onSuccess: ({ status }) => toast.done(t(status === 'resolved' ? 'resolved' : 'reopened')),
  });
  const closed = conversation.status === 'resolved';
  const status = closed ? 'open' : 'resolved';
  return (
    <Button
      variant="outline"
      busy={set.isPending}
      onClick={() =>
        set.mutate(
          { path: { id: conversation.id }, body: { status } },
          { onError: (error) => toast.failed(error.message || t('notSet')) },
        )
      }
    >
      {closed ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
      {t(closed ? 'reopen' : 'resolve')}
    </Button>
  );
}
