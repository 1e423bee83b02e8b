'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { ClaimForm } from './claim-form.tsx';
import type { Answer } from '#lib/api/types.ts';
import { hasCode } from '#lib/api/error.ts';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { useDraft } from '#lib/draft.ts';
import { maskRut, readRut } from '#lib/format/rut.ts';

interface CompanyFormProps {
  readonly isFirst: boolean;
  readonly onMade: (company: Answer<'/tenants', 'post'>) => void;
}

/** RUT first: a wrong check digit is explained while it is typed. Then the name. */
export function CompanyForm({ isFirst, onMade }: CompanyFormProps) {
  const t = useTranslations('start');
  const [rut, setRut] = useDraft('rut', '');
  const [name, setName] = useDraft('company', '');
  const create = useApiMutation('post', '/tenants', {
    onSuccess: (company) => {
      setRut('');
      setName('');
      onMade(company);
    },
  });
  const fields = fieldsOf(create.error);
  const read = readRut(rut);
  const wrong =
    read.state === 'wrong'
      ? t('wrongDigit', { given: read.given, expected: read.expected })
      : fields['taxId'];
  // Of this number; another one may be free.
  const taken = hasCode(create.error, 'tax_id_taken') && create.variables?.body?.taxId === rut;
  return (
    <div className="grid gap-4">
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (read.state === 'right' && name.trim())
            create.mutate({ body: { taxId: rut, name: name.trim() } });
        }}
      >
        <Field label={t('rut')} hint={read.state === 'right' ? t('rightDigit') : t('rutHint')} error={wrong}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              name="rut"
              autoComplete="off"
              placeholder="76.192.083-9"
              value={rut}
              onChange={({ target }) => setRut(maskRut(target.value))}
              look="lg"
            />
          )}
        </Field>
        <Field label={t('name')} hint={t('nameHint')} error={fields['name']}>
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="organization"
              value={name}
              onChange={({ target }) => setName(target.value)}
              look="lg"
            />
          )}
        </Field>
        {!taken && <ProblemNote error={create.error} />}
        <Button
          type="submit"
          size="lg"
          busy={create.isPending}
          disabled={read.state !== 'right' || !name.trim()}
        >
          {t('create')}
        </Button>
        {!isFirst && (
          <ButtonLink variant="link" size="sm" href="/">
            {t('back')}
          </ButtonLink>
        )}
      </form>
      {taken && <ClaimForm key={rut} taxId={rut} />}
    </div>
  );
}
