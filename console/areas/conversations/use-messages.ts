import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callOf } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import { guarded } from '#lib/api/guarded.ts';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';

const PATH = '/chatwoot/conversations/{id}/messages';
export type Message = Row<typeof PATH>;

const PAGE = 40;
const LOOK_AGAIN_MS = 8_000;

/** Nothing was read of what lies before it: undefined. */
type Before = string | null | undefined;

/**
 * What was said, the oldest first. The newest page is read anew as things happen; what was read before stays, so that
 * nobody who reads further up loses their place.
 */
export function useMessages(id: string) {
  const [kept, setKept] = useState<ReadonlyMap<string, Message>>(new Map());
  const [before, setBefore] = useState<Before>();
  const keep = (rows: readonly Message[]): void =>
    setKept((known) => new Map([...known, ...rows.map((row) => [row.id, row] as const)]));
  const newest = useApi(
    PATH,
    { path: { id }, query: { limit: PAGE } },
    { enabled: id !== '', refetchMs: LOOK_AGAIN_MS },
  );
  const { data } = newest;
  useEffect(() => {
    if (!data) return;
    keep(data.data);
    setBefore((cursor) => (cursor === undefined ? data.nextCursor : cursor));
  }, [data]);
  const earlier = useMutation<unknown, ApiError, string>({
    mutationFn: async (cursor) => {
      const page = await guarded(() => callOf('get')(PATH, { path: { id }, query: { limit: PAGE, cursor } }));
      keep(page.data);
      setBefore(page.nextCursor);
    },
  });
  const messages = [...kept.values()].toSorted((a, b) => Number(a.id) - Number(b.id));
  return {
    messages,
    loaded: data !== undefined && (data.data.length === 0 || messages.length > 0),
    error: newest.error,
    retry: newest.refetch,
    earlier: {
      /** Undefined: that was all. */
      load: before ? () => !earlier.isPending && earlier.mutate(before) : undefined,
      busy: earlier.isPending,
      error: earlier.error,
    },
  };
}
