import type { ApiUser } from '#engines/metabase/users.ts';
import type { Said } from '#test/engines/stand-in.ts';

/** Most refusals are texts. */
export const text = (status: number, body: string): Said => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});
export const ok = (body: unknown, status = 200): Said => ({ status, body });
export const NOT_FOUND = text(404, 'Not found.');

export type User = { -readonly [K in keyof ApiUser]: ApiUser[K] };
