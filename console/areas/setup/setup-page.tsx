'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { EntryCard } from '#components/entry/entry-card.tsx';
import { LanguageChoice } from '#components/entry/language-choice.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { hasCode } from '#lib/api/error.ts';
import { useFresh } from '#lib/session/fresh.ts';
import { useQuestion } from '#lib/session/ask.ts';
import { useMe } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { AccountStep } from './account-step.tsx';
import { Checklist } from './checklist.tsx';
import { PlaceStep } from './place-step.tsx';
import { useClaim } from './use-claim.ts';

const Questions = dynamic(() => import('#components/shell/questions.tsx').then((module) => module.Questions));
const STEPS = 3;

/**
 * A new installation's first visit, a step per address: language, who runs it, where it is reached, and what is left to
 * do. It can be left at any step and come back to.
 */
export function SetupPage() {
  const t = useTranslations('setup');
  const [{ step }, change] = useUrlState(['step', 'at']);
  const { data: me, error, refetch } = useMe();
  const stranger = hasCode(error, 'unauthenticated') && !me;
  const fresh = useFresh(stranger);
  const claim = useClaim(me);
  const question = useQuestion();
  const to = (next: string) => () => change({ step: next, at: undefined }, true);
  const count = (number: number): string => t('stepOf', { number, of: STEPS });
  // Who is logged in has nothing to say in the first two steps.
  const shown = me && (step === undefined || step === 'account') ? (me.operator ? 'place' : 'list') : step;
  const settled = me !== undefined && !claim.pending;
  useEffect(() => {
    if (settled && step !== shown) change({ step: shown });
  }, [settled, step, shown, change]);

  if (error && !me && !stranger)
    return (
      <EntryCard title={t('title')}>
        <ProblemNote error={error} retry={refetch} />
      </EntryCard>
    );
  if ((!me && fresh === undefined) || (me && claim.pending))
    return (
      <EntryCard title={me ? t('claiming') : t('title')}>
        <Skeleton className="h-40 w-full" />
        {question === 'proof' && <Questions question="proof" />}
      </EntryCard>
    );
  if (stranger && shown === undefined && fresh === false && !claim.pending) return <InUse />;
  if (shown === undefined)
    return (
      <EntryCard title={t('title')} description={t('text')} over={count(1)} languages={false}>
        <div className="grid gap-5">
          <LanguageChoice />
          <Button size="lg" onClick={to('account')}>
            {t('begin')}
          </Button>
        </div>
      </EntryCard>
    );
  if (shown === 'account')
    return <AccountStep over={count(2)} linked={claim.pending} onDone={() => void refetch()} />;
  if (shown === 'place' && me?.operator) return <PlaceStep over={count(3)} onDone={to('list')} />;
  return (
    <EntryCard title={t('list')} description={t('listText')} wide>
      <Checklist me={me} claim={claim} onPlace={to('place')} />
      {question === 'proof' && <Questions question="proof" />}
    </EntryCard>
  );
}

/** Somebody was here before, and this visit came without the machine's link. */
function InUse() {
  const t = useTranslations('setup');
  return (
    <EntryCard title={t('inUse')} description={t('inUseText')}>
      <div className="grid gap-5">
        <ButtonLink size="lg" href="/login">
          {t('logIn')}
        </ButtonLink>
        <p className="border-t pt-4 text-[13px] text-muted-foreground">
          {t.rich('operatorLink', { command: (words) => <code className="font-mono">{words}</code> })}
        </p>
      </div>
    </EntryCard>
  );
}
