import { connected, relations } from './catalog.ts';
import { keyProblems } from './keys.ts';
import { grantProblems, roleProblems, schemaProblems } from './roles.ts';
import { routineProblems } from './routines.ts';
import { tableProblems, viewProblems } from './tables.ts';

/** Everything in a migrated database that could let one tenant, or the wrong role, through; each by its name. */
export async function fenceProblems(url: string): Promise<string[]> {
  return connected(url, async (query) => {
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
  });
}
