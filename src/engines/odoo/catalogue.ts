import type { Operation } from '#core/operation.ts';
import { call } from './call.ts';
import { searchReadOperation } from './search-read.ts';
import { create, unlink, write } from './write.ts';

export const odooOperations: readonly Operation[] = [searchReadOperation, create, write, unlink, call];
