import { useApi } from '#lib/api/use-api.ts';

/** So many are counted; more are "20+". */
const COUNTED = 20;

/** Open conversations in which somebody waits for an answer, the one with the latest message first. */
export const useWaiting = () =>
  useApi('/chatwoot/conversations', {
    query: { limit: COUNTED, status: 'open', waiting: true, sort: 'activity' },
  });
