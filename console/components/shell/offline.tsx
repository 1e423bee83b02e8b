'use client';

import { WifiOff } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

/** The first page has work enough of its own. */
const AT_REST_MS = 3_000;

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Only pages that came safely (https, or from this machine) have one. It says what it is for in lib/offline/worker.ts. */
const keepPageForLater = (): void =>
  void navigator.serviceWorker
    ?.register('/app/sw.js', { scope: '/app', updateViaCache: 'none' })
    .catch(() => undefined);

/** Says that there is no connection, and that nothing typed is lost. */
export function Offline() {
  const t = useTranslations('shell');
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => {
    const timer = setTimeout(keepPageForLater, AT_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="sticky top-0 z-30">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-center text-sm text-warning">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
