import type { paths } from '../../../client/index.ts';

export type Path = keyof paths;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Paths that have a method. */
export type PathWith<M extends Method> = {
  [P in Path]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[Path];

type Operation<P extends Path, M extends Method> = NonNullable<paths[P][M]>;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never;

/** What a call answers. */
export type Answer<P extends Path, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer R }
    ? Json<R extends { 200: infer S } ? S : R extends { 201: infer S } ? S : never>
    : never;

type PathPart<O> = O extends { parameters: { path: infer V extends object } } ? { path: V } : object;
type QueryPart<O> = O extends { parameters: { query?: infer V } }
  ? [V] extends [undefined]
    ? object
    : { query?: V }
  : object;
type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { body?: B }
    : object;

/** What a call takes: `path`, `query` and `body`, as far as the operation knows them. */
export type Input<P extends Path, M extends Method = 'get'> = PathPart<Operation<P, M>> &
  QueryPart<Operation<P, M>> &
  BodyPart<Operation<P, M>> & {
    /** The version that is being changed; refused when somebody else was faster. */
    readonly version?: number | undefined;
  };

/** One row of a list. */
export type Row<P extends PathWith<'get'>> = Answer<P> extends { data: readonly (infer T)[] } ? T : never;
