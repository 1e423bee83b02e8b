'use client';

import { Blocks, Plug } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Engine } from '#components/data/engine-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { hasCode } from '#lib/api/error.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';

/** The two ways to an engine that the company doesn't have: a part of the operator's, or one of its own. */
export function EngineOffer({ engine, onConnect }: { engine: Engine; onConnect: () => void }) {
  const t = useTranslations('engines');
  const may = useMay();
  const enable = useApiMutation('post', '/engines/{engine}/enable', { invalidates: ['/engines'] });
  const { title } = engine;
  // It may have been withdrawn since the page was read.
  const notOffered = !engine.offered || hasCode(enable.error, 'conflict');
  if (!may('engines:write')) return <p className="text-muted-foreground">{t('askForIt', { title })}</p>;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Card className="grid content-between justify-items-start gap-4 p-5">
        <div className="grid gap-1.5">
          <Blocks aria-hidden className="mb-1 size-5 text-primary" />
          <h2 className="font-semibold">{t('enableTitle')}</h2>
          <p className="text-muted-foreground">{t(notOffered ? 'notOffered' : 'enableAbout', { title })}</p>
        </div>
        {!notOffered && (
          <>
            <ProblemNote error={enable.error} />
            <Button
              busy={enable.isPending}
              onClick={() => enable.mutate({ path: { engine: engine.engine }, body: {} })}
            >
              {t('enable', { title })}
            </Button>
          </>
        )}
      </Card>
      <Card className="grid content-between justify-items-start gap-4 p-5">
        <div className="grid gap-1.5">
          <Plug aria-hidden className="mb-1 size-5 text-primary" />
          <h2 className="font-semibold">{t('connectTitle', { title })}</h2>
          <p className="text-muted-foreground">{t('connectAbout')}</p>
        </div>
        <Button variant={notOffered ? 'primary' : 'outline'} onClick={onConnect}>
          {t('connectOwn')}
        </Button>
      </Card>
    </div>
  );
}
