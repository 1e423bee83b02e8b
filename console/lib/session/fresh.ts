import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';

/** Whether nobody has ever logged in here: undefined until that is known. Whoever can't be told is no newcomer. */
export function useFresh(enabled: boolean): boolean | undefined {
  const { data, error } = useQuery<boolean, ApiError>({
    queryKey: ['/'],
    queryFn: async ({ signal }) => (await api.get('/', {}, signal)).fresh,
    enabled,
    retry: false,
  });
  // What was answered to a stranger says nothing of who has logged in since.
  if (!enabled) return undefined;
  return error ? false : data;
}
