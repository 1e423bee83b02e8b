import {
  useMutation,
  useQuery,
  useQueryClient,
  type Query,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useCompanySlug } from '#lib/session/company.ts';
import { createAttempts } from './attempts.ts';
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

/** What was shown before, as long as it is the same company's. */
const keptOf =
  (company: string | undefined) =>
  <T>(before: T | undefined, query: Pick<Query, 'queryKey'> | undefined): T | undefined =>
    query?.queryKey[1] === company ? before : undefined;

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
    queryFn: ({ signal }) => guarded(() => callOf('get', { company })(path, input, signal)),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keep && { placeholderData: keptOf(company) }),
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
    queryFn: ({ signal }) => guarded(() => callOf('post', { company })(path, input, signal)),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keep && { placeholderData: keptOf(company) }),
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
 * Changes something, in the company in which it was begun. Asked twice for the same, as by a double click, it is done once;
 * the same again after no answer came is known to the API as a repeat. `invalidates` names what is read anew afterwards. Its `error` goes to `<ProblemNote>`, the words for
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
  const company = useCompanySlug();
  const attempts = useRef(createAttempts());
  const mutation = useMutation<Answer<P, M>, ApiError, Input<P, M>>({
    mutationFn: (input) =>
      attempts.current.run(input, (key) => guarded(() => callOf(method, { company, key })(path, input))),
    onSuccess: async (answer) => {
      options.onSuccess?.(answer);
      if (options.invalidates) await invalidate(client, options.invalidates);
    },
  });
  const mutate: typeof mutation.mutate = (...asked) => {
    if (attempts.current.begin(asked[0])) mutation.mutate(...asked);
  };
  return { ...mutation, mutate };
}

export const fieldsOf = (error: ApiError | null): Readonly<Record<string, string>> => error?.fields ?? {};
