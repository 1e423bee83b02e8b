'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import { stateOf, type Engine } from '#components/data/engine-state.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { engineHref } from '#lib/engine-href.ts';
import { useCertificateMatters } from './certificates.ts';

/** Engines that failed, those that are being set up, and certificates that end. */
export function EnginesAttention() {
  const t = useTranslations('engines');
  const { data, error } = useApi('/engines', {});
  const certificates = useCertificateMatters();
  const matterOf = (engine: Engine): Matter[] => {
    const state = stateOf(engine);
    if (state !== 'failed' && state !== 'working' && state !== 'waiting') return [];
    const number = engine.steps.findIndex(({ name }) => name === engine.step);
    const step = engine.steps[number];
    const { title } = engine;
    return [
      {
        id: engine.engine,
        urgency: state === 'failed' ? 'now' : 'going',
        title: t(state === 'failed' ? 'attention.failed' : 'attention.going', { title }),
        detail:
          state === 'failed'
            ? (engine.error?.message ?? t('status.failed'))
            : step && t('step', { number: number + 1, of: engine.steps.length, title: step.title }),
        action: { label: t('see', { title }), href: engineHref(engine.engine) },
      },
    ];
  };
  // Handshakes take their time: whatever they say is added when they have.
  useMatters(
    'engines',
    data ? [...data.data.flatMap(matterOf), ...certificates] : error ? certificates : undefined,
  );
  return null;
}
