'use client';

import { Link } from '#components/ui/link.tsx';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { useApi } from '#lib/api/use-api.ts';
import type { Row } from '#lib/api/types.ts';
import { showPhone } from '#lib/format/phone.ts';
import { showTaxId } from '#lib/format/rut.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { ShownValue } from './fields/own-value.tsx';

const LINK = 'text-primary underline-offset-4 hover:underline';

export function ContactDetails({ contact }: { contact: Row<'/contacts'> }) {
  const t = useTranslations('contacts');
  const { date } = useFormat();
  const { data: known } = useApi('/contact-fields', {});
  const own = new Map(known?.data.map((field) => [field.key, field]));
  const { phone, email, taxId, tags, fields = {} } = contact;
  return (
    <Card className="p-4">
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Fact term={t('phone')}>
          {phone && (
            <a href={`tel:${phone}`} className={LINK}>
              {showPhone(phone)}
            </a>
          )}
        </Fact>
        <Fact term={t('email')}>
          {email && (
            <a href={`mailto:${email}`} className={LINK}>
              {email}
            </a>
          )}
        </Fact>
        <Fact term={t('taxId')}>{taxId && showTaxId(taxId)}</Fact>
        <Fact term={t('tags')}>
          {tags.length > 0 && (
            <span className="flex flex-wrap gap-1.5">
              {tags.map((tag) => (
                <Link key={tag} href={`/contacts?tag=${encodeURIComponent(tag)}`} className="max-w-full">
                  <Badge className="hover:bg-accent">{tag}</Badge>
                </Link>
              ))}
            </span>
          )}
        </Fact>
        {Object.entries(fields).map(([key, value]) => (
          <Fact key={key} term={own.get(key)?.title ?? key}>
            <ShownValue type={own.get(key)?.type} value={value} />
          </Fact>
        ))}
        <Fact term={t('created')}>{date(contact.createdAt)}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  const t = useTranslations('contacts');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      <dt className="text-[13px] text-muted-foreground">{term}</dt>
      <dd className="min-w-0 break-words">
        {children || <span className="text-muted-foreground">{t('none')}</span>}
      </dd>
    </div>
  );
}
