'use client';

import { useTranslations } from 'use-intl';
import { stateOf } from '#components/data/engine-state.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { useAboutEngine } from './about-engine.ts';
import { ConnectSheet } from './connect-sheet.tsx';
import { EngineFacts } from './engine-facts.tsx';
import { EngineManage } from './engine-manage.tsx';
import { EngineOffer } from './engine-offer.tsx';
import { EnginePeople } from './engine-people.tsx';
import { EngineProgress } from './engine-progress.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

export type EngineDetails = Answer<'/engines/{engine}'>;

/** Live events come first; this is for when they can't. */
const LOOK_AGAIN_MS = 5_000;

/** One engine: how far it is, who is in it, and what can be done with it. */
export function EnginePage() {
  const t = useTranslations('engines');
  const about = useAboutEngine();
  const [{ engine: name = '' }] = useUrlState(['engine']);
  const { data, error, refetch } = useApi(
    '/engines/{engine}',
    { path: { engine: name } },
    { enabled: name !== '' },
  );
  const back = { href: '/engines', label: t('title') };
  const opens = data?.usable === true && data.wanted === 'present';
  return (
    <>
      <PageHeader title={data?.title ?? t('engine')} description={about(name)} back={back}>
        {opens && <LaunchButton engine={name} title={data.title} />}
      </PageHeader>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!error && !data && <Skeleton className="h-40 w-full" />}
      {data && <Details engine={data} />}
    </>
  );
}

/** Looks again as long as it is shown. */
function Watch({ engine }: { engine: string }) {
  useApi('/engines/{engine}', { path: { engine } }, { refetchMs: LOOK_AGAIN_MS });
  return null;
}

function Details({ engine }: { engine: EngineDetails }) {
  const may = useMay();
  const [url, change] = useUrlState(['do']);
  const close = (): void => change({ do: undefined });
  const open = (what: 'connect' | 'remove'): void => change({ do: what });
  const rests = engine.status === 'done' || engine.status === null;
  return (
    <>
      {!rests && <Watch engine={engine.engine} />}
      {stateOf(engine) === 'none' ? (
        <EngineOffer engine={engine} onConnect={() => open('connect')} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
          <div className="grid gap-4">
            <EngineProgress engine={engine} />
            <EnginePeople engine={engine.engine} shut={stateOf(engine) === 'suspended'} />
          </div>
          <div className="grid gap-4">
            <EngineFacts engine={engine} />
            {may('engines:write') && (
              <EngineManage
                engine={engine}
                onConnect={() => open('connect')}
                onRemove={() => open('remove')}
              />
            )}
          </div>
        </div>
      )}
      <ConnectSheet engine={engine} open={url.do === 'connect'} onClose={close} />
      {url.do === 'remove' && <RemoveDialog engine={engine} onClose={close} />}
    </>
  );
}
