'use client';

import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import erp from '#messages/es/erp.json';
import { useToday, useUnpaid, type Sum } from './use-day.ts';

function Sales() {
  const t = useTranslations('erp');
  const today = useToday();
  const unpaid = useUnpaid();
  const shown = (sum: Sum): string => (sum.more ? `${sum.count}+` : String(sum.count));
  const failed = [today, unpaid].find(({ sum, error }) => sum === undefined && error);
  if (today.sum === null && unpaid.sum === null) return null;
  return (
    <Card className={LIST_CARD}>
      <CardHeader
        title={t('cardTitle')}
        action={
          <ButtonLink variant="link" size="sm" href="/erp">
            {t('see')}
          </ButtonLink>
        }
      />
      {failed && (
        <div className="p-4">
          <ProblemNote error={failed.error} retry={failed.refetch} />
        </div>
      )}
      {!failed && (
        <div className="grid divide-y">
          {today.sum !== null && (
            <Figure
              title={t('today')}
              sum={today.sum}
              href="/erp?model=sale.order"
              words={today.sum && t('orders', { count: today.sum.count, shown: shown(today.sum) })}
            />
          )}
          {unpaid.sum !== null && (
            <Figure
              title={t('owed')}
              sum={unpaid.sum}
              href="/erp?model=account.move"
              words={unpaid.sum && t('unpaid', { count: unpaid.sum.count, shown: shown(unpaid.sum) })}
            />
          )}
        </div>
      )}
    </Card>
  );
}

interface FigureProps {
  readonly title: string;
  readonly sum: Sum | undefined;
  readonly href: string;
  readonly words: string | undefined;
}

function Figure({ title, sum, href, words }: FigureProps) {
  const { amount } = useFormat();
  const amounts = sum && sum.amounts.length > 0 ? sum.amounts : ([['CLP', 0]] as const);
  return (
    <div className="relative grid gap-0.5 px-4 py-3 hover:bg-muted/60">
      <Link
        href={href}
        prefetch={false}
        className="text-[13px] text-muted-foreground after:absolute after:inset-0"
      >
        {title}
      </Link>
      {sum ? (
        <p className="flex flex-wrap gap-x-3 text-xl font-semibold tracking-tight tabular-nums">
          {amounts.map(([currency, total]) => (
            <span key={currency}>
              {amount(total, currency)}
              {sum.more && '+'}
            </span>
          ))}
        </p>
      ) : (
        <Skeleton className="my-1 h-6 w-32" />
      )}
      {words === undefined ? (
        <Skeleton className="h-4 w-40" />
      ) : (
        <p className="text-[13px] text-muted-foreground">{words}</p>
      )}
    </div>
  );
}

/** On the home page: what was sold today, and what is owed. */
export const ErpCard = withWords({ erp }, Sales);
