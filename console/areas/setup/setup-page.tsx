'use client';

import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { LoginForm } from '#components/entry/login-form.tsx';
import { EntryCard } from '#components/entry/entry-card.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { hasCode } from '#lib/api/error.ts';
import { useMe } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { Checklist } from './checklist.tsx';

/**
 * A new installation's first visit, a step per address: new or restored, who runs it, where it is reached, and what is
 * left to do. It can be left at any step and come back to.
 */
export function SetupPage() {
  const t = useTranslations('setup');
  const [{ step, way }, change] = useUrlState(['step', 'way']);
  const { data: me, error, refetch } = useMe();
  const stranger = hasCode(error, 'unauthenticated') && !me;
  if (step === undefined)
    return (
      <EntryCard title={t('title')} description={t('text')}>
        {way === 'restore' ? (
          <Restore onBack={() => change({ way: undefined }, true)} />
        ) : (
          <div className="grid gap-3">
            <Button size="lg" onClick={() => change({ step: 'account' }, true)}>
              {t('new')}
            </Button>
            <Button size="lg" variant="outline" onClick={() => change({ way: 'restore' }, true)}>
              {t('restore')}
            </Button>
          </div>
        )}
      </EntryCard>
    );
  if (step === 'account' && stranger)
    return (
      <EntryCard title={t('account')} description={t('accountText')}>
        <LoginForm
          onDone={() => {
            void refetch();
            change({ step: 'list' });
          }}
        />
      </EntryCard>
    );
  return (
    <EntryCard title={t('list')} description={t('listText')}>
      {me || stranger ? <Checklist me={me} /> : <Skeleton className="h-64 w-full" />}
    </EntryCard>
  );
}

/** Nothing over HTTP restores: whoever holds the machine does. */
function Restore({ onBack }: { onBack: () => void }) {
  const t = useTranslations('setup');
  return (
    <div className="grid gap-4">
      <p>{t('restoreText')}</p>
      <CodeBlock label={t('restore')} text={'./smarteros down\n./smarteros up -d'} />
      <Button variant="outline" onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}
