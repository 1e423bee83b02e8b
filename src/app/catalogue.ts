import type { JobDefinition } from '#core/job.ts';
import type { Operation } from '#core/operation.ts';
import { auditOperations } from '#features/audit/index.ts';
import { contactJobs, contactOperations } from '#features/contacts/index.ts';
import { coreOperations, type Probe } from '#features/core/index.ts';
import { exportOperations } from '#features/exports/index.ts';
import { grantOperations } from '#features/grants/index.ts';
import { keyOperations } from '#features/keys/index.ts';
import { tenantOperations } from '#features/tenants/index.ts';
import { allScopes, compileCatalogue } from '#kernel/compile.ts';
import { housekeepingJobs } from '#kernel/housekeeping.ts';
import type { Catalogue } from '#kernel/types.ts';
import { monotonic } from '#platform/clock.ts';
import manifest from '#package' with { type: 'json' };
import { ENGINES, isConfigured } from './engines.ts';

export const VERSION = manifest.version;

/** The one list of operations. Probes are what `/health` looks at. */
export function listOperations(
  probes: readonly Probe[] = engineProbes({}),
  clock = monotonic,
): readonly Operation[] {
  const operations: Operation[] = [];
  operations.push(
    ...tenantOperations,
    ...keyOperations(() => allScopes(operations)),
    ...grantOperations,
    ...contactOperations,
    ...auditOperations,
    ...exportOperations,
    ...coreOperations({ version: VERSION, probes, catalogue: () => operations, monotonic: clock }),
  );
  return operations;
}

export const buildCatalogue = (...parts: Parameters<typeof listOperations>): Catalogue =>
  compileCatalogue(listOperations(...parts));

/** The one list of jobs. */
export const JOBS: readonly JobDefinition[] = [...contactJobs, ...housekeepingJobs];

export const engineProbes = (settings: Readonly<Record<string, string | undefined>>): Probe[] =>
  ENGINES.map((engine) => ({ name: engine.name, configured: isConfigured(engine, settings), vital: false }));
