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
import type { Answer } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';
import { useMay } from '#lib/session/session.tsx';
import { TONES } from './webhook-page.tsx';

type Attempt = Answer<'/webhooks/{id}/deliveries/{eventId}'>['attempts'][number];
const LOOK_AGAIN_MS = 2_000;

/** What was sent, what came back each time, and sending it again. */
export function DeliverySheet(props: { id: string; eventId: string; onClose: () => void }) {
  const { id, eventId, onClose } = props;
  const t = useTranslations('webhooks');
  const may = useMay();
  const words = useEventWords();
  const { moment } = useFormat();
  const { data, error, refetch } = useApi(
    '/webhooks/{id}/deliveries/{eventId}',
    { path: { id, eventId } },
    { refetchMs: LOOK_AGAIN_MS },
  );
  const again = useApiMutation('post', '/webhooks/{id}/redeliver', {
    invalidates: ['/webhooks'],
    onSuccess: () => toast.done(t('goesAgain')),
  });
  return (
    <Dialog side open onClose={onClose} title={data ? words(data.event) : t('delivery')}>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <Skeleton className="h-64 w-full" />}
      {data && (
        <>
          <div className="flex items-center justify-between gap-3">
            <Badge tone={TONES[data.status] ?? 'neutral'}>{t(`status.${data.status}`)}</Badge>
            {may('webhooks:write') && (
              <Button
                variant="outline"
                size="sm"
                busy={again.isPending}
                onClick={() => again.mutate({ path: { id }, body: { eventId } })}
              >
                {t('redeliver')}
              </Button>
            )}
          </div>
          <ProblemNote error={again.error} />
          <Facts>
            <Fact term={t('event')}>{data.event}</Fact>
            <Fact term={t('when')}>{moment(data.createdAt)}</Fact>
            <Fact term={t('nextTry')}>{data.status === 'waiting' && data.dueAt && moment(data.dueAt)}</Fact>
          </Facts>
          <h3 className="text-sm font-semibold">{t('payload')}</h3>
          {data.request?.body ? (
            <CodeBlock label={t('payload')} text={prettyJson(data.request.body)} />
          ) : (
            <p className="text-muted-foreground">{t('noPayload')}</p>
          )}
          <h3 className="text-sm font-semibold">{t('attempts')}</h3>
          {data.attempts.length === 0 && <p className="text-muted-foreground">{t('noAttempts')}</p>}
          <ol className="grid gap-3">
            {data.attempts.map((attempt) => (
              <AttemptRow key={attempt.at} attempt={attempt} />
            ))}
          </ol>
        </>
      )}
    </Dialog>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const t = useTranslations('webhooks');
  const { moment } = useFormat();
  const { at, ms, status, error, answer } = attempt;
  const good = status !== undefined && status < 300;
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={good ? 'success' : 'danger'}>{status ?? t(`error.${error ?? 'other'}`)}</Badge>
        <span className="text-[13px] text-muted-foreground">{t('took', { at: moment(at), ms })}</span>
      </p>
      {answer !== undefined && answer !== '' && (
        <CodeBlock label={t('answer')} text={prettyJson(answer)} copy={false} />
      )}
    </li>
  );
}
