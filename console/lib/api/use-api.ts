import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useCompanySlug } from '#lib/session/company.ts';
import { callOf } from './call.ts';
import { ApiError } from './error.ts';
import { guarded } from './guarded.ts';
import type { Answer, Input, Method, PathWith } from './types.ts';

export interface ReadOptions {
  /** False: not yet. */
  readonly enabled?: boolean;
  /** What was shown stays until the next answer is there, e.g. while somebody types into a search. */
  readonly keep?: boolean;
  readonly refetchMs?: number | false;
}

/** The first part is the path, so that whoever changed something names what to read anew by paths. */
export const keyOf = (path: string, company: string | undefined, input: unknown) =>
  [path, company, input] as const;

/** While what failed is asked for again, it stands there as failed: no flicker, and a button keeps its focus. */
function useSteady<T>(query: UseQueryResult<T, ApiError>): UseQueryResult<T, ApiError> {
  const last = useRef<ApiError>(null);
  if (query.error) last.current = query.error;
  if (!query.isPending || query.errorUpdateCount === 0 || !last.current) return query;
  // The library's own types say that what is asked for has no error.
  return { ...query, error: last.current } as unknown as UseQueryResult<T, ApiError>;
}

/**
 * Reads. `useApi('/contacts', { query: { q } })`: what it answers is typed from the API, errors are ApiErrors, and the
 * chosen company is part of what it is kept under.
 */
export function useApi<P extends PathWith<'get'>>(path: P, input: Input<P>, options: ReadOptions = {}) {
  const company = useCompanySlug();
  const query = useQuery<Answer<P>, ApiError>({
    queryKey: keyOf(path, company, input),
    queryFn: ({ signal }) => guarded(() => callOf('get')(path, input, signal)),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keep && { placeholderData: keepPreviousData }),
    ...(options.refetchMs !== undefined && { refetchInterval: options.refetchMs }),
  });
  return useSteady(query);
}

/** Reads what the API answers to a POST because the question is too long for an address: searches, previews. */
export function usePosted<P extends PathWith<'post'>>(
  path: P,
  input: Input<P, 'post'>,
  options: ReadOptions = {},
) {
  const company = useCompanySlug();
  const query = useQuery<Answer<P, 'post'>, ApiError>({
    queryKey: keyOf(path, company, input),
    queryFn: ({ signal }) => guarded(() => callOf('post')(path, input, signal)),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
  return useSteady(query);
}

/** Has everything read anew whose path begins with one of these. */
export const invalidate = (client: QueryClient, paths: readonly string[]): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey: [path] }) => paths.some((start) => String(path).startsWith(start)),
  });

/** Reads anew by hand: `const refresh = useInvalidate(); void refresh(['/engines'])`. */
export function useInvalidate(): (paths: readonly string[]) => Promise<void> {
  const client = useQueryClient();
  return (paths) => invalidate(client, paths);
}

/**
 * Changes something. `invalidates` names what is read anew afterwards. Its `error` goes to `<ProblemNote>`, the words for
 * single fields (`fieldsOf(error)`) to the form.
 */
export function useApiMutation<M extends Exclude<Method, 'get'>, P extends PathWith<M>>(
  method: M,
  path: P,
  options: {
    readonly invalidates?: readonly string[];
    readonly onSuccess?: (answer: Answer<P, M>) => void;
  } = {},
) {
  const client = useQueryClient();
  return useMutation<Answer<P, M>, ApiError, Input<P, M>>({
    mutationFn: (input) => guarded(() => callOf(method)(path, input)),
    onSuccess: async (answer) => {
      options.onSuccess?.(answer);
      if (options.invalidates) await invalidate(client, options.invalidates);
    },
  });
}

export const fieldsOf = (error: ApiError | null): Readonly<Record<string, string>> => error?.fields ?? {};
