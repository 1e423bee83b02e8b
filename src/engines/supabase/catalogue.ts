import type { Operation } from '#core/operation.ts';
import { query, tables } from './reads.ts';
import { insert, remove, update } from './writes.ts';

export const supabaseOperations: readonly Operation[] = [query, insert, update, remove, tables];
