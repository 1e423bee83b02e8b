'use client';

import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { Fact, Facts } from '#components/data/facts.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';
import type { Entry } from './audit-page.tsx';
import { useActorName } from './use-actor-name.ts';

/** One act: all that is kept of it, and what else it led to. */
export function EntrySheet({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useTranslations('audit');
  const words = useEventWords();
  const { moment, number } = useFormat();
  const { actor, cost } = entry;
  const nameOf = useActorName();
  return (
    <Dialog side open onClose={onClose} title={words(entry.action)} description={moment(entry.at)}>
      <Facts>
        <Fact term={t('who')}>
          {actor.id ? <Only name="actor" value={actor.id} text={nameOf(actor)} /> : nameOf(actor)}
        </Fact>
        <Fact term={t('kind')}>{t(`kinds.${actor.kind as 'person'}`)}</Fact>
        <Fact term={t('target')}>{entry.target && <Only name="target" value={entry.target} />}</Fact>
        <Fact term={t('action')}>
          <code className="font-mono text-[13px]">{entry.action}</code>
        </Fact>
        <Fact term={t('operation')}>
          <Only name="operation" value={entry.operation} />
        </Fact>
        <Fact term={t('request')}>
          <Only name="requestId" value={entry.requestId} />
        </Fact>
      </Facts>
      {cost && (
        <section className="grid gap-3 border-t pt-4">
          <h3 className="text-sm font-semibold">{t('costTitle')}</h3>
          <Facts>
            <Fact term={t('calls')}>{number(cost.requests)}</Fact>
            <Fact term={t('time')}>{t('ms', { ms: cost.ms })}</Fact>
            <Fact term={t('sent')}>{t('bytes', { bytes: cost.bytesOut })}</Fact>
            <Fact term={t('received')}>{t('bytes', { bytes: cost.bytesIn })}</Fact>
            <Fact term={t('outcome')}>{cost.outcome}</Fact>
          </Facts>
        </section>
      )}
      {entry.damaged && <p className="rounded-md bg-danger-soft px-3 py-2">{t('damagedText')}</p>}
    </Dialog>
  );
}

/** Everything else with the same. */
function Only({ name, value, text = value }: { name: string; value: string; text?: string }) {
  return (
    <Link
      href={`/audit?${new URLSearchParams({ [name]: value }).toString()}`}
      className="break-all text-primary underline-offset-4 hover:underline"
    >
      {text}
    </Link>
  );
}
