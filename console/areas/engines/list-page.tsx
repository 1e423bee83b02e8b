'use client';

import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { RetryEngine } from '#components/data/engine-row.tsx';
import { EngineIcon, EngineWords, stateOf, type Engine } from '#components/data/engine-state.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { engineHref } from '#lib/engine-href.ts';
import { useMay } from '#lib/session/session.tsx';
import { useAboutEngine } from './about-engine.ts';

const SKELETONS = 7;
/** What somebody should see first. */
const ORDER = ['failed', 'working', 'waiting', 'suspended', 'done', 'none'];
const byState = (a: Engine, b: Engine): number => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b));

/** The systems that the company works with, and those that it could. */
export function EnginesPage() {
  const t = useTranslations('engines');
  const { data, error, refetch } = useApi('/engines', {});
  const engines = data?.data ?? [];
  const used = engines.filter((engine) => stateOf(engine) !== 'none').toSorted(byState);
  const offered = engines.filter((engine) => stateOf(engine) === 'none');
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!error && !data && (
        <Card>
          <SkeletonRows rows={SKELETONS} />
        </Card>
      )}
      <div className="grid gap-4">
        {used.length > 0 && <Group title={t('used')} engines={used} />}
        {offered.length > 0 && <Group title={t('offered')} engines={offered} />}
      </div>
    </>
  );
}

function Group({ title, engines }: { title: string; engines: readonly Engine[] }) {
  return (
    <Card>
      <CardHeader title={title} />
      <ul className="divide-y">
        {engines.map((engine) => (
          <EngineItem key={engine.engine} engine={engine} />
        ))}
      </ul>
    </Card>
  );
}

function EngineItem({ engine }: { engine: Engine }) {
  const t = useTranslations('engines');
  const may = useMay();
  const about = useAboutEngine();
  const state = stateOf(engine);
  return (
    <li className="relative flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 px-4 sm:flex-nowrap py-2.5 hover:bg-muted/60">
      <EngineIcon state={state} />
      <div className="min-w-0 flex-1 basis-[calc(100%-2rem)] sm:basis-0">
        <p className="flex items-center gap-2">
          <Link
            href={engineHref(engine.engine)}
            className="min-w-0 font-medium break-words after:absolute after:inset-0"
          >
            {engine.title}
          </Link>
          {engine.shared === false && state !== 'none' && <Badge>{t('own')}</Badge>}
          {engine.offered && state === 'none' && <Badge tone="accent">{t('offeredHere')}</Badge>}
        </p>
        <p className="text-[13px] break-words text-muted-foreground">
          {state === 'none' ? about(engine.engine) : <EngineWords engine={engine} />}
        </p>
      </div>
      {state === 'failed' && may('engines:write') && (
        <span className="relative ml-7.5 sm:ml-0">
          <RetryEngine engine={engine.engine} />
        </span>
      )}
    </li>
  );
}
