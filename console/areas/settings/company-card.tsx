'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Fact, Facts } from '#components/data/facts.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { showTaxId } from '#lib/format/rut.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { LANGUAGES } from '#lib/i18n/language.ts';
import type { Tenant } from './settings-page.tsx';

/** What the company is called, and what it is by law. */
export function CompanyCard({ tenant, changes }: { readonly tenant: Tenant; readonly changes: boolean }) {
  const t = useTranslations('settings');
  const { date } = useFormat();
  return (
    <Card>
      <CardHeader title={t('company')} />
      <div className="grid gap-5 p-4">
        {changes && <NameForm key={`${tenant.name} ${tenant.language}`} tenant={tenant} />}
        <Facts>
          {!changes && <Fact term={t('name')}>{tenant.name}</Fact>}
          <Fact term={t('taxId')}>
            <span className="flex flex-wrap items-center gap-2 tabular-nums">
              {showTaxId(tenant.taxId)}
              <Badge tone={tenant.verified ? 'success' : 'warning'}>
                {tenant.verified ? t('verified') : t('unverified')}
              </Badge>
            </span>
            {!tenant.verified && (
              <span className="mt-1 block text-[13px] text-muted-foreground">{t('unverifiedText')}</span>
            )}
          </Fact>
          <Fact term={t('slug')}>
            <code className="font-mono text-[13px]">{tenant.slug}</code>
          </Fact>
          <Fact term={t('since')}>{date(tenant.createdAt)}</Fact>
        </Facts>
      </div>
    </Card>
  );
}

function NameForm({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings');
  const names = useTranslations('shell.languages');
  const save = useApiMutation('patch', '/tenants/{id}', {
    invalidates: ['/tenants', '/auth/me'],
    onSuccess: () => toast.done(t('saved')),
  });
  const errors = fieldsOf(save.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = textOf(event.currentTarget, 'name');
    const language = textOf(event.currentTarget, 'language') === 'en' ? 'en' : 'es';
    save.mutate({ path: { id: tenant.slug }, body: { name, language }, version: tenant.version });
  };
  return (
    <form className="grid gap-4 border-b pb-5" onSubmit={submit} noValidate>
      <Field label={t('name')} hint={t('nameHint')} error={errors['name']}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="organization"
            required
            maxLength={200}
            defaultValue={tenant.name}
          />
        )}
      </Field>
      <Field label={t('language')} hint={t('languageHint')} error={errors['language']}>
        {(control) => (
          <Select {...control} name="language" defaultValue={tenant.language}>
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {names(one)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ProblemNote error={save.error} />
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
