'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Fact, Facts } from '#components/data/facts.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Answer } from '#lib/api/types.ts';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { showTaxId } from '#lib/format/rut.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useSession } from '#lib/session/session.tsx';

type Tenant = Answer<'/tenants/{id}'>;

/** What the company is called, and what it is by law. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const { company } = useSession();
  const { data, error, refetch } = useApi('/tenants/{id}', { path: { id: company?.slug ?? '' } });
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('title')} />
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <Skeleton className="h-64 w-full" />}
      {data && <CompanyCard key={data.version} tenant={data} />}
    </div>
  );
}

function CompanyCard({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('settings');
  const { date } = useFormat();
  const save = useApiMutation('patch', '/tenants/{id}', {
    invalidates: ['/tenants', '/auth/me'],
    onSuccess: () => toast.done(t('saved')),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = textOf(event.currentTarget, 'name');
    save.mutate({ path: { id: tenant.slug }, body: { name }, version: tenant.version });
  };
  return (
    <Card>
      <CardHeader title={t('company')} />
      <form className="grid gap-4 p-4" onSubmit={submit} noValidate>
        <Field label={t('name')} hint={t('nameHint')} error={fieldsOf(save.error)['name']}>
          {(control) => (
            <Input {...control} name="name" autoComplete="organization" required defaultValue={tenant.name} />
          )}
        </Field>
        <Facts>
          <Fact term={t('taxId')}>
            <span className="flex flex-wrap items-center gap-2 tabular-nums">
              {showTaxId(tenant.taxId)}
              <Badge tone={tenant.verified ? 'success' : 'neutral'}>
                {tenant.verified ? t('verified') : t('unverified')}
              </Badge>
            </span>
          </Fact>
          <Fact term={t('slug')}>
            <code className="font-mono text-[13px]">{tenant.slug}</code>
          </Fact>
          <Fact term={t('since')}>{date(tenant.createdAt)}</Fact>
        </Facts>
        <ProblemNote error={save.error} />
        <div>
          <Button type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
