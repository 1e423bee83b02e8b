'use client';

import { ReceiptText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EngineGate, useEngine } from '#components/data/engine-gate.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { KNOWN } from './models.ts';
import { ModelTabs } from './model-tabs.tsx';
import { Records } from './records.tsx';

/** Customers, orders, invoices, and whatever else stands in the company's Odoo. */
export function ErpPage() {
  const t = useTranslations('erp');
  const { engine } = useEngine('odoo');
  const [{ model = KNOWN[0]!.model }] = useUrlState(['model']);
  return (
    <>
      <PageHeader title={t('title')}>
        {engine?.usable && <LaunchButton engine="odoo" title={engine.title} variant="outline" />}
      </PageHeader>
      <EngineGate engine="odoo" icon={ReceiptText} text={t('notConnected')}>
        {({ title }) => (
          <>
            <ModelTabs model={model} />
            <Records key={model} model={model} title={title} />
          </>
        )}
      </EngineGate>
    </>
  );
}
