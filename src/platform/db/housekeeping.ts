import type { Statement } from '#core/db.ts';
import { statement } from './statement.ts';

export const anyKeysBefore = (before: Date): Statement<{ any: boolean }> =>
  statement('select exists (select 1 from core.idempotency where created_at < $1) as any', [before]);
