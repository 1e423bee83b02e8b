'use client';

import { Globe, MonitorSmartphone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { EntryCard } from '#components/entry/entry-card.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { AddressState } from './address-state.tsx';

const HOST = /^(?=.{4,253}$)([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;
const SAMPLE = 'app.suempresa.cl';
/** As people paste it. */
const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');

/** This machine alone, or an address of one's own: then what to set, where, and whether it works by now. */
export function PlaceStep({ over, onDone }: { over: string; onDone: () => void }) {
  const t = useTranslations('setup');
  const [{ at }, change] = useUrlState(['at']);
  if (at === 'domain')
    return <DomainStep over={over} onBack={() => change({ at: undefined })} onDone={onDone} />;
  return (
    <EntryCard title={t('place')} description={t('placeText')} over={over}>
      <div className="grid gap-3">
        <Choice icon={<MonitorSmartphone aria-hidden />} title={t('local')} onSelect={onDone}>
          {t('localText', { address: window.location.host })}
        </Choice>
        <Choice
          icon={<Globe aria-hidden />}
          title={t('domain')}
          onSelect={() => change({ at: 'domain' }, true)}
        >
          {t('domainText')}
        </Choice>
      </div>
    </EntryCard>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly onSelect: () => void;
}

const Choice = ({ icon, title, children, onSelect }: ChoiceProps) => (
  <button
    type="button"
    onClick={onSelect}
    className="flex items-start gap-3 rounded-md border p-4 text-left hover:bg-muted [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-primary"
  >
    {icon}
    <span className="grid gap-0.5">
      <span className="font-medium">{title}</span>
      <span className="text-[13px] text-muted-foreground">{children}</span>
    </span>
  </button>
);

function DomainStep({ over, onBack, onDone }: { over: string; onBack: () => void; onDone: () => void }) {
  const t = useTranslations('setup');
  const [typed, setTyped] = useState('');
  const host = bare(typed);
  const right = HOST.test(host);
  const name = right ? host : SAMPLE;
  const port = window.location.port || '8000';
  return (
    <EntryCard title={t('domain')} description={t('domainIntro')} over={over} wide>
      <div className="grid gap-5">
        <Field
          label={t('address')}
          hint={t('addressHint')}
          error={host.includes('.') && !right && !host.endsWith('.') ? t('addressWrong') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              look="lg"
              inputMode="url"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              placeholder={SAMPLE}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <ol className="grid list-decimal gap-4 pl-5 marker:text-muted-foreground">
          <li>{t('dnsStep', { host: name })}</li>
          <li>
            <div className="grid gap-2">
              <span>{t('proxyStep')}</span>
              <CodeBlock label={t('proxyFile')} text={`${name} {\n\treverse_proxy 127.0.0.1:${port}\n}`} />
            </div>
          </li>
          <li>
            <div className="grid gap-2">
              <span>{t('settingsStep')}</span>
              <CodeBlock
                label={t('settingsFile')}
                text={`SMARTEROS_PUBLIC_URL: https://${name}\nSMARTEROS_TRUSTED_PROXIES: 127.0.0.1`}
              />
            </div>
          </li>
          <li>
            <div className="grid gap-2">
              <span>{t('restartStep')}</span>
              <CodeBlock label={t('restart')} text={'./smarteros down && ./smarteros up -d'} />
            </div>
          </li>
        </ol>
        <AddressState />
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-between">
          <Button variant="outline" size="lg" onClick={onBack}>
            {t('back')}
          </Button>
          <Button size="lg" onClick={onDone}>
            {t('next')}
          </Button>
        </div>
      </div>
    </EntryCard>
  );
}
