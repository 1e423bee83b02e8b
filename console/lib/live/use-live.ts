import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { LIVE } from '#areas/index.ts';
import { invalidate } from '#lib/api/use-api.ts';
import { openStream } from './stream.ts';

/** Many events at once (an import) are one reason to look again. */
const GATHER_MS = 400;

/** Reads anew what others, or engines, have changed in the company. */
export function useLive(company: string | undefined): void {
  const client = useQueryClient();
  const refresh = useEffectEvent((paths: readonly string[]) => void invalidate(client, paths));
  useEffect(() => {
    if (company === undefined) return undefined;
    const waiting = new Set<string>();
    let timer: number | undefined;
    const close = openStream(company, Object.keys(LIVE), (name) => {
      for (const path of LIVE[name] ?? []) waiting.add(path);
      // Whatever happened is part of what happened lately.
      waiting.add('/events');
      timer ??= window.setTimeout(() => {
        timer = undefined;
        refresh([...waiting]);
        waiting.clear();
      }, GATHER_MS);
    });
    return () => {
      close();
      clearTimeout(timer);
    };
  }, [company]);
}
