import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { STATUSES } from './status.tsx';

export type Conversation = Row<'/chatwoot/conversations'>;

const PAGE = 25;
export const SHOWN = ['waiting', ...STATUSES, 'all'] as const;
/** Chatwoot tells us of most changes; this is for the rest. */
const LOOK_AGAIN_MS = 20_000;

/** The list that the address asks for; beside an open conversation it is the one that it was opened from. */
export function useConversations() {
  const [url, change] = useUrlState(['status', 'q', 'cursor']);
  const shown = SHOWN.find((one) => one === url.status) ?? 'open';
  const query = useApi(
    '/chatwoot/conversations',
    {
      query: {
        limit: PAGE,
        sort: 'activity',
        ...(shown === 'waiting' ? { status: 'open', waiting: true } : { status: shown }),
        ...(url.q && { q: url.q }),
        ...(url.cursor && { cursor: url.cursor }),
      },
    },
    { keep: true, refetchMs: LOOK_AGAIN_MS },
  );
  return { url, change, shown, query: waitingFirst(query) };
}

type Query = ReturnType<typeof useApi<'/chatwoot/conversations'>>;

/** Of the page that is shown, who waits for an answer: Chatwoot itself lists by time only. */
const waitingFirst = (query: Query): Query =>
  query.data
    ? {
        ...query,
        data: {
          ...query.data,
          data: query.data.data.toSorted(
            (a, b) => Number(b.waitingSince !== null) - Number(a.waitingSince !== null),
          ),
        },
      }
    : query;
