'use client';

import { useTranslations } from 'use-intl';
import { CodeBlock, prettyJson } from '#components/data/code-block.tsx';
import { Fact, Facts } from '#components/data/facts.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { TONES } from './webhook-page.tsx';

/** What came in, as it came, and reading it once more. */
export function HookDeliverySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const may = useMay();
  const { moment } = useFormat();
  const { data, error, refetch } = useApi('/hook-deliveries/{id}', { path: { id } });
  const replay = useApiMutation('post', '/hook-deliveries/{id}/replay', {
    invalidates: ['/hook-deliveries'],
    onSuccess: () => toast.done(t('readAgain')),
  });
  return (
    <Dialog side open onClose={onClose} title={data?.kind ?? t('delivery')}>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <Skeleton className="h-64 w-full" />}
      {data && (
        <>
          <div className="flex items-center justify-between gap-3">
            <Badge tone={TONES[data.status] ?? 'neutral'}>{t(`inStatus.${data.status}`)}</Badge>
            {may('hooks:write') && data.body !== null && (
              <Button
                variant="outline"
                size="sm"
                busy={replay.isPending}
                onClick={() => replay.mutate({ path: { id } })}
              >
                {t('replay')}
              </Button>
            )}
          </div>
          <ProblemNote error={replay.error} />
          <Facts>
            <Fact term={t('sender')}>{data.engine}</Fact>
            <Fact term={t('when')}>{moment(data.receivedAt)}</Fact>
            <Fact term={t('tries')}>{String(data.attempts)}</Fact>
            <Fact term={t('problem')}>{data.errorCode}</Fact>
          </Facts>
          <h3 className="text-sm font-semibold">{t('payload')}</h3>
          {data.body === null ? (
            <p className="text-muted-foreground">{t('noPayload')}</p>
          ) : (
            <CodeBlock label={t('payload')} text={prettyJson(data.body)} />
          )}
        </>
      )}
    </Dialog>
  );
}
