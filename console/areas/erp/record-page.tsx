'use client';

import { FileQuestion } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { useEngine } from '#components/data/engine-gate.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { usePosted } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { columnsOf, knownOf } from './models.ts';
import { OdooValue } from './odoo-value.tsx';
import { namesOfMoney, useCurrencies, useFields, useFieldTitle } from './use-fields.ts';

/** Heavy, or of no use to people. */
const LEFT_OUT = new Set(['binary', 'serialized', 'json', 'properties', 'properties_definition', 'one2many']);
const MOST = 60;

const isSaid = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** One record, whole: all fields that say something. */
export function RecordPage() {
  const t = useTranslations('erp');
  const [{ model = '', id = '', columns }] = useUrlState(['model', 'id', 'columns']);
  const { engine } = useEngine('odoo');
  const fields = useFields(model);
  const titleOf = useFieldTitle(fields);
  const currencies = useCurrencies(model, fields);
  const shown = columnsOf(model, columns);
  const more = fields
    .filter(
      ({ name, type }) =>
        !LEFT_OUT.has(type) &&
        name !== 'display_name' &&
        !name.startsWith('message_') &&
        !name.startsWith('__'),
    )
    .map(({ name }) => name);
  const names = [...new Set([...shown, ...more.slice(0, MOST)])];
  const known = knownOf(model);
  const { data, error, refetch } = usePosted(
    '/odoo/search_read',
    {
      body: {
        model,
        domain: [['id', '=', Number(id)]],
        fields: ['display_name', ...names, ...namesOfMoney(names, currencies)],
        limit: 1,
      },
    },
    { enabled: model !== '' && /^\d+$/.test(id), keep: true },
  );
  const record = data?.data[0];
  const title = String(record?.['display_name'] || record?.[shown[0] ?? ''] || t('record', { id }));
  return (
    <>
      <PageHeader
        title={title}
        back={{
          href: `/erp?model=${encodeURIComponent(model)}`,
          label: known ? t(`known.${known.id}`) : model,
        }}
      >
        {engine?.usable && <LaunchButton engine="odoo" title={engine.title} variant="outline" />}
      </PageHeader>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <Skeleton className="h-72 w-full" />}
      {data && !record && (
        <Card>
          <EmptyState
            icon={FileQuestion}
            text={t('gone')}
            action={<ButtonLink href={`/erp?model=${encodeURIComponent(model)}`}>{t('toList')}</ButtonLink>}
          />
        </Card>
      )}
      {record && (
        <Card className="p-4">
          <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {names
              .filter((name) => shown.includes(name) || isSaid(record[name]))
              .map((name) => (
                <div key={name} className="grid content-start gap-0.5">
                  <dt className="text-[13px] text-muted-foreground">{titleOf(name)}</dt>
                  <dd className="break-words">
                    <OdooValue
                      field={name}
                      value={record[name]}
                      currency={record[currencies.get(name) ?? '']}
                    />
                  </dd>
                </div>
              ))}
          </dl>
        </Card>
      )}
    </>
  );
}
