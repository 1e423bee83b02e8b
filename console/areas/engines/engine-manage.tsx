'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { stateOf, type Engine } from '#components/data/engine-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';

const CHANGES = ['/engines', '/chatwoot', '/n8n'];

interface EngineManageProps {
  readonly engine: Engine;
  readonly onConnect: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the company's part, and what each would mean. */
export function EngineManage({ engine, onConnect, onRemove }: EngineManageProps) {
  const t = useTranslations('engines');
  const may = useMay();
  const path = { engine: engine.engine };
  const suspend = useApiMutation('post', '/engines/{engine}/suspend', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('suspended', { title: engine.title })),
  });
  const resume = useApiMutation('post', '/engines/{engine}/resume', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('resumed', { title: engine.title })),
  });
  const leaving = engine.wanted === 'absent';
  const off = engine.wanted === 'suspended';
  return (
    <Card>
      <CardHeader title={t('manage')} />
      <div className="grid divide-y">
        {!leaving && (
          <Deed words={t(off ? 'resumeAbout' : 'suspendAbout')}>
            <Button
              variant={off ? 'primary' : 'outline'}
              size="sm"
              busy={suspend.isPending || resume.isPending}
              onClick={() => (off ? resume : suspend).mutate({ path })}
            >
              {t(off ? 'resume' : 'suspend')}
            </Button>
            <ProblemNote error={suspend.error ?? resume.error} />
          </Deed>
        )}
        {!leaving && stateOf(engine) !== 'working' && (
          <Deed words={t(engine.shared ? 'ownAbout' : 'changeAbout')}>
            <Button variant="outline" size="sm" onClick={onConnect}>
              {t(engine.shared ? 'connectOwn' : 'change')}
            </Button>
          </Deed>
        )}
        {!leaving && may('engines:destroy') && (
          <Deed words={t('removeAbout')}>
            <Button variant="outline" size="sm" onClick={onRemove}>
              <span className="text-destructive">{t('remove')}</span>
            </Button>
          </Deed>
        )}
        {leaving && <p className="px-4 py-3 text-[13px] text-muted-foreground">{t('leaving')}</p>}
      </div>
    </Card>
  );
}

function Deed({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-2.5 px-4 py-3">
      <p className="text-[13px] text-muted-foreground">{words}</p>
      {children}
    </div>
  );
}
