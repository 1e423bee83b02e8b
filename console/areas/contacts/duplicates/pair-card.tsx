'use client';

import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Row } from '#lib/api/types.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { contactHref } from '../paths.ts';
import { factOf } from './facts.ts';

const BELOW = ['phone', 'email', 'taxId'] as const;

export function PairCard({ pair, onMerge }: { pair: Row<'/contacts/duplicates'>; onMerge: () => void }) {
  const t = useTranslations('duplicates');
  const may = useMay();
  const { date } = useFormat();
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-2 border-b px-4 py-2.5">
        <p className="flex flex-wrap items-center gap-1.5 text-[13px] text-muted-foreground">
          {t('same')}
          {pair.reasons.map((reason) => (
            <Badge key={reason} tone="accent">
              {t(`reasons.${reason}`)}
            </Badge>
          ))}
        </p>
        {may('contacts:destroy') && (
          <Button variant="outline" size="sm" onClick={onMerge}>
            {t('merge')}
          </Button>
        )}
      </div>
      <div className="grid divide-y sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        {pair.contacts.map((contact) => (
          <div key={contact.id} className="grid content-start gap-0.5 p-4">
            <Link
              href={contactHref(contact.id)}
              prefetch={false}
              className="font-medium break-words hover:underline"
            >
              {contact.name}
            </Link>
            {BELOW.map((fact) => factOf(contact, fact)).map(
              (text) =>
                text !== undefined && (
                  <span key={text} className="break-words text-muted-foreground">
                    {text}
                  </span>
                ),
            )}
            <span className="text-[13px] text-muted-foreground">
              {t('since', { date: date(contact.createdAt) })}
            </span>
          </div>
        ))}
      </div>
    </Card>
  );
}
