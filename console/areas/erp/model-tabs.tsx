'use client';

import { useState, type FormEvent } from 'react';
import { useRouter } from '#lib/session/router.ts';
import { useTranslations } from 'use-intl';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Tabs, tabClass } from '#components/data/tabs.tsx';
import { KNOWN, knownOf } from './models.ts';

const modelHref = (model: string): string => `/erp?model=${encodeURIComponent(model)}`;

export function ModelTabs({ model }: { model: string }) {
  const t = useTranslations('erp');
  const [asking, setAsking] = useState(false);
  const known = knownOf(model);
  const listed = KNOWN.filter(({ tab, model: one }) => tab || one === model).map((one) => ({
    id: one.model,
    title: t(`known.${one.id}`),
    href: modelHref(one.model),
  }));
  const tabs = known ? listed : [...listed, { id: model, title: model, href: modelHref(model) }];
  return (
    <>
      <Tabs label={t('models')} current={model} tabs={tabs}>
        <button type="button" className={tabClass(false)} onClick={() => setAsking(true)}>
          {t('other')}
        </button>
      </Tabs>
      {asking && <OtherModel onClose={() => setAsking(false)} />}
    </>
  );
}

function OtherModel({ onClose }: { onClose: () => void }) {
  const t = useTranslations('erp');
  const router = useRouter();
  const go = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const model = String(new FormData(event.currentTarget).get('model') ?? '').trim();
    if (!model) return;
    onClose();
    router.push(modelHref(model));
  };
  return (
    <Dialog open onClose={onClose} title={t('otherTitle')}>
      <form className="grid gap-4" onSubmit={go}>
        <Field label={t('model')} hint={t('modelHint')}>
          {(control) => (
            <Input
              {...control}
              name="model"
              list="odoo-models"
              autoComplete="off"
              required
              spellCheck={false}
            />
          )}
        </Field>
        <datalist id="odoo-models">
          {KNOWN.map(({ id, model }) => (
            <option key={model} value={model}>
              {t(`known.${id}`)}
            </option>
          ))}
        </datalist>
        <FormActions onCancel={onClose}>{t('show')}</FormActions>
      </form>
    </Dialog>
  );
}
