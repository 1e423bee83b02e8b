'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { engineHref } from '#lib/engine-href.ts';
import { EmptyState } from './empty-state.tsx';
import { stateOf, type Engine } from './engine-state.tsx';
import { ProblemNote } from './problem-note.tsx';

interface EngineGateProps {
  readonly engine: string;
  readonly icon: LucideIcon;
  /** One sentence: what there would be. */
  readonly text: string;
  readonly children: (engine: Engine) => ReactNode;
}

/** Of an engine; everybody asks the same, so that it is asked once. */
export function useEngine(name: string) {
  const { data, error, refetch } = useApi('/engines', {});
  return {
    engine: data?.data.find(({ engine }) => engine === name),
    loaded: data !== undefined,
    error,
    refetch,
  };
}

/** What is in an engine, once the company has it; until then one sentence and the way there. */
export function EngineGate({ engine: name, icon, text, children }: EngineGateProps) {
  const t = useTranslations('engines');
  const may = useMay();
  const { engine, loaded, error, refetch } = useEngine(name);
  if (error && !loaded) return <ProblemNote error={error} retry={refetch} />;
  if (!loaded)
    return (
      <Card>
        <SkeletonRows rows={8} />
      </Card>
    );
  if (engine?.usable) return children(engine);
  const state = engine ? stateOf(engine) : 'none';
  const title = engine?.title ?? name;
  const connects = state === 'none' && may('engines:write');
  return (
    <Card>
      <EmptyState
        icon={icon}
        text={state === 'none' ? text : t(`gate.${state}`, { title })}
        action={
          <ButtonLink href={engineHref(name)} variant={connects ? 'primary' : 'outline'}>
            {connects ? t('connect', { title }) : t('see', { title })}
          </ButtonLink>
        }
      />
    </Card>
  );
}
