'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Fact, Facts } from '#components/data/facts.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { NoticeForm } from './notice-form.tsx';

interface BreachSheetProps {
  readonly breach: Row<'/breaches'>;
  readonly onClose: () => void;
}

const AUDIENCES = ['agency', 'person'] as const;

/** What happened, who has to be told in which words, who was, and whether something is left to do. */
export function BreachSheet({ breach, onClose }: BreachSheetProps) {
  const t = useTranslations('privacy');
  const may = useMay();
  const { moment, number } = useFormat();
  const path = { id: breach.id };
  const spanish = useLocale().startsWith('es');
  const texts = useApi('/breaches/{id}/texts', { path });
  const change = useApiMutation('patch', '/breaches/{id}', {
    invalidates: ['/breaches'],
    onSuccess: ({ state }) => toast.done(t(state === 'closed' ? 'breachClosed' : 'breachOpened')),
  });
  const closed = breach.state === 'closed';
  const writes = may('breaches:write');
  return (
    <Dialog side open onClose={onClose} title={breach.title}>
      <div>
        <Badge tone={closed ? 'neutral' : 'warning'}>{t(closed ? 'closed' : 'open')}</Badge>
      </div>
      <Facts>
        <Fact term={t('breachWhat')}>{breach.description}</Fact>
        <Fact term={t('classes')}>{breach.dataClasses.map((one) => t(`class.${one}`)).join(', ')}</Fact>
        <Fact term={t('affected')}>{breach.affected !== null && number(breach.affected)}</Fact>
        <Fact term={t('risk')}>{t(`risks.${breach.risk}`)}</Fact>
        <Fact term={t('measures')}>{breach.measures}</Fact>
        <Fact term={t('detected')}>{moment(breach.detectedAt)}</Fact>
      </Facts>
      {texts.isPending && <Skeleton className="h-24 w-full" />}
      <ProblemNote error={texts.error} retry={texts.refetch} />
      {texts.data &&
        AUDIENCES.map((audience) => {
          const words = texts.data[audience];
          const sent = texts.data.sent.filter((one) => one.audience === audience);
          if (!words && sent.length === 0) return null;
          return (
            <section key={audience} className="grid gap-2 border-t pt-4">
              <h3 className="text-sm font-semibold">{t(`audience.${audience}`)}</h3>
              <ul className="grid gap-1 text-[13px]">
                {sent.map((one) => (
                  <li key={one.id}>{t('told', { to: one.recipient, when: moment(one.sentAt) })}</li>
                ))}
              </ul>
              {writes && words && !closed && (
                <NoticeForm breachId={breach.id} audience={audience} text={spanish ? words.es : words.en} />
              )}
            </section>
          );
        })}
      {writes && (
        <div className="grid gap-3 border-t pt-4">
          <ProblemNote error={change.error} />
          <div>
            <Button
              variant="outline"
              busy={change.isPending}
              onClick={() =>
                change.mutate({ path, body: { state: closed ? 'open' : 'closed' }, version: breach.version })
              }
            >
              {t(closed ? 'reopenBreach' : 'closeBreach')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
