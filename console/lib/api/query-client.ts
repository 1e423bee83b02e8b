import { QueryClient } from '@tanstack/react-query';
import { ApiError, OFFLINE } from './error.ts';

const RETRIES = 2;
/** Live events say what changed; without them a page that is looked at again asks anew after this. */
const STALE_MS = 30_000;
/** How soon a page whose data couldn't be fetched asks for it again by itself. */
const HEAL_MS = 10_000;

/** What may be different in a moment; a refusal will not. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === OFFLINE || error.status >= 502);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: (failures, error) => failures < RETRIES && isPassing(error),
        refetchInterval: ({ state }) =>
          state.data === undefined && isPassing(state.error) ? HEAL_MS : false,
        // Errors of rendering are another thing: what failed to load is shown where it would stand.
        throwOnError: false,
        networkMode: 'always',
        // Not by itself with that mode: what couldn't be read is read once the network is back.
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
