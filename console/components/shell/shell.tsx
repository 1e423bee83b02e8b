'use client';

import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { hasCode } from '#lib/api/error.ts';
import { useFresh } from '#lib/session/fresh.ts';
import { useQuestion } from '#lib/session/ask.ts';
import { COMPANY } from '#lib/session/company.ts';
import { SessionProvider, useMe, useSession } from '#lib/session/session.tsx';
import { useOtherTabs } from '#lib/session/tabs.ts';
import { useLive } from '#lib/live/use-live.ts';
import { AreaGate } from './area-gate.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { CompanySwitcher } from './company-switcher.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { Sidebar } from './sidebar.tsx';
import { useAreas, useShellKeys, type Overlay } from './use-shell-keys.ts';
import { useWarmAreas } from './use-warm-areas.ts';

const Palette = dynamic(() => import('./palette.tsx').then((module) => module.Palette));
const Shortcuts = dynamic(() => import('./shortcuts.tsx').then((module) => module.Shortcuts));
const Elsewhere = dynamic(() => import('./elsewhere.tsx').then((module) => module.Elsewhere));
const Questions = dynamic(() => import('./questions.tsx').then((module) => module.Questions));

/** Around every page for people who are logged in and belong to a company; the others are led to where they can. */
export function Shell({ children }: { children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const { data: me, error, refetch } = useMe();
  const stranger = hasCode(error, 'unauthenticated') && !me;
  const fresh = useFresh(stranger);
  // A link into a company that one isn't in is answered first.
  const homeless = me?.tenants.length === 0 && !new URLSearchParams(window.location.search).get(COMPANY);
  useEffect(() => {
    if (fresh) router.replace('/setup');
    else if (fresh === false)
      router.replace(`/login?next=${encodeURIComponent(path + window.location.search)}`);
    else if (homeless) router.replace('/start');
  }, [fresh, homeless, router, path]);
  if (error && !me && !stranger)
    return (
      <main className="mx-auto max-w-md p-6 pt-24">
        <ProblemNote error={error} retry={refetch} />
      </main>
    );
  if (!me || homeless) return <ShellSkeleton />;
  return (
    <SessionProvider me={me} elsewhere={(slug) => <Elsewhere me={me} slug={slug} />}>
      <Frame>{children}</Frame>
    </SessionProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const { company } = useSession();
  const [overlay, setOverlay] = useState<Overlay>();
  const question = useQuestion();
  useShellKeys(setOverlay);
  useLive(company?.slug);
  useOtherTabs();
  useWarmAreas(useAreas());
  const close = (): void => setOverlay(undefined);
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_1fr]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-4 py-2 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <Sidebar onOpen={setOverlay} />
      <div className="border-b bg-card px-2.5 py-1 md:hidden">
        <CompanySwitcher onSearch={() => setOverlay('companies')} />
      </div>
      {/* Another company is another page altogether: nothing of the one before stays in its forms. */}
      <main
        id="content"
        key={company?.slug}
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-24 outline-none sm:px-6 md:px-8 md:pt-8 md:pb-12"
      >
        <div className="mx-auto max-w-6xl">
          <Suspense>
            <AreaGate>{children}</AreaGate>
          </Suspense>
        </div>
      </main>
      <BottomBar onSearch={() => setOverlay('palette')} />
      {(overlay === 'palette' || overlay === 'companies') && (
        <Palette
          what={overlay === 'palette' ? 'all' : 'companies'}
          onClose={close}
          onShortcuts={() => setOverlay('shortcuts')}
        />
      )}
      {overlay === 'shortcuts' && <Shortcuts onClose={close} />}
      {question && <Questions question={question} />}
    </div>
  );
}
