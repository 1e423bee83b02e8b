import { type Query, relations } from './catalog.ts';
import { keyProblems } from './keys.ts';
import { grantProblems, roleProblems, schemaProblems } from './roles.ts';
import { routineProblems } from './routines.ts';
import { tableProblems, viewProblems } from './tables.ts';

/**
 * Everything in a migrated database that could let one tenant, or the wrong role, through; each by its name. It looks
 * through the given connection, which may have changed something that it will roll back.
 */
export async function fenceProblems(query: Query): Promise<string[]> {
  const all = await relations(query);
  return [
    ...(await schemaProblems(query)),
    ...(await tableProblems(query, all)),
    ...(await viewProblems(query, all)),
    ...(await keyProblems(query)),
    ...(await routineProblems(query)),
    ...(await grantProblems(query, all)),
    ...(await roleProblems(query)),
  ];
}
