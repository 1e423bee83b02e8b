import type { Operation } from '#core/operation.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { create, list as listCheckpoints } from './checkpoint-operations.ts';
import { exportAudit } from './export.ts';
import { list } from './operations.ts';
import { verify } from './verify.ts';

/** Who only describes them has no key to sign checkpoints with. */
export const auditOperations = (checkpoints?: Checkpoints): readonly Operation[] => [
  list,
  verify(checkpoints),
  create(checkpoints),
  listCheckpoints,
  exportAudit,
];
