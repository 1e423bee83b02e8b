'use client';

import { CircleCheck } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Reports, type Matter, type Report } from '#areas/matter.tsx';
import { useHas } from '#areas/use-has.ts';
import { useAreas } from '#components/shell/use-shell-keys.ts';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { MatterRow } from './matter-row.tsx';
import { ON_HOME } from './on-home.tsx';

const URGENCIES = ['now', 'soon', 'going'] as const;
/** What fits into the card's height: with all of them known, nothing below has moved. More are asked for. */
const SHOWN = 3;
/** An area that takes longer adds its matters when it has them. */
const PATIENCE_MS = 1_500;

type Said = Readonly<Record<string, readonly Matter[]>>;

/** What all areas say needs somebody, the most urgent first. It has its place when all is well, too. */
export function Attention() {
  const t = useTranslations('home');
  const has = useHas();
  const sources = useAreas().flatMap((area) => {
    const Source = ON_HOME[area.id]?.Attention;
    return Source && has(area) ? [{ id: area.id, Source }] : [];
  });
  const [said, setSaid] = useState<Said>({});
  const [known, setKnown] = useState(false);
  const report = useCallback<Report>((area, matters) => {
    if (matters) setSaid((before) => ({ ...before, [area]: matters }));
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setKnown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const all = sources.every(({ id }) => said[id]);
  if (all && !known) setKnown(true);
  const matters = sources.flatMap(({ id: area }) =>
    (said[area] ?? []).map((matter) => ({ ...matter, id: `${area} ${matter.id}` })),
  );
  return (
    <Card className={LIST_CARD}>
      <CardHeader title={t('attention')} />
      <Reports value={report}>
        {sources.map(({ id, Source }) => (
          <Source key={id} />
        ))}
      </Reports>
      {known ? <Matters matters={matters} /> : <SkeletonRows rows={SHOWN} />}
    </Card>
  );
}

function Matters({ matters }: { matters: readonly Matter[] }) {
  const t = useTranslations('home');
  const [all, setAll] = useState(false);
  if (matters.length === 0)
    return (
      <p className="grid justify-items-center gap-3 px-6 py-10 text-center text-muted-foreground">
        <CircleCheck aria-hidden className="size-6 text-success" />
        {t('calm')}
      </p>
    );
  const sorted = URGENCIES.flatMap((urgency) => matters.filter((matter) => matter.urgency === urgency));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="divide-y">
        {shown.map((matter) => (
          <MatterRow key={matter.id} matter={matter} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <div className="flex min-h-11 items-center border-t px-4">
          <Button variant="link" size="sm" onClick={() => setAll(true)}>
            {t('more', { count: sorted.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
