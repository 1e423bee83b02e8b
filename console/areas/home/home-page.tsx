'use client';

import { useTranslations } from 'use-intl';
import { useHas } from '#areas/use-has.ts';
import { PageHeader } from '#components/data/page-header.tsx';
import { useAreas } from '#components/shell/use-shell-keys.ts';
import { useMay, useSession } from '#lib/session/session.tsx';
import { withWords } from '#lib/i18n/area-words.tsx';
import events from '#messages/es/events.json';
import home from '#messages/es/home.json';
import { ActivityCard } from './activity-card.tsx';
import { Attention } from './attention.tsx';
import { ON_HOME } from './on-home.tsx';

function Home() {
  const t = useTranslations('home');
  const { me } = useSession();
  const may = useMay();
  const has = useHas();
  const cards = useAreas().flatMap((area) => {
    const Card = ON_HOME[area.id]?.Card;
    return Card ? [{ area, Card }] : [];
  });
  // Those that an engine answers for come last: when they are there, nothing else moves.
  const own = cards.filter(({ area }) => area.needs === undefined);
  const ofEngines = cards.filter(({ area }) => area.needs !== undefined && has(area));
  return (
    <>
      <PageHeader title={me.name ? t('hello', { name: me.name }) : t('title')} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Attention />
        {own.map(({ area, Card }) => (
          <Card key={area.id} />
        ))}
        {may('events:read') && <ActivityCard />}
        {ofEngines.map(({ area, Card }) => (
          <Card key={area.id} />
        ))}
      </div>
    </>
  );
}

/** What needs somebody first, then a card of each area, and what happens. */
export const HomePage = withWords({ home, events }, Home);
