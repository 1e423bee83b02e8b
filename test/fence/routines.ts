import { OUR_NAMESPACE, type Query } from './catalog.ts';
import { DEFINERS, PUBLIC_FUNCTIONS } from './expected.ts';

interface Routine {
  readonly name: string;
  readonly schema: string;
  readonly owner: string;
  readonly language: string;
  readonly definer: boolean;
  readonly leakproof: boolean;
  readonly commented: boolean;
  readonly settings: readonly string[] | null;
  /** Who may execute it besides its owner. */
  readonly callers: readonly string[];
}

/** Whatever else is in a search_path could put its own table or function before ours. */
const SEARCH_PATH = 'search_path=pg_catalog, pg_temp';

export async function routineProblems(query: Query): Promise<string[]> {
  const routines = await query<Routine>(`
    select format('%s.%s(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as name,
      n.nspname as schema, pg_get_userbyid(p.proowner) as owner, l.lanname as language, p.prosecdef as definer,
      p.proleakproof as leakproof, obj_description(p.oid, 'pg_proc') is not null as commented, p.proconfig as settings,
      array(select coalesce(pg_get_userbyid(nullif(a.grantee, 0))::text, 'PUBLIC')
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee <> p.proowner order by 1) as callers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where ${OUR_NAMESPACE} order by 1`);
  const missing = Object.keys(DEFINERS).filter(
    (name) => !routines.some((routine) => routine.name === name && routine.definer),
  );
  return [
    ...routines.flatMap(problemsOf),
    ...missing.map((name) => `${name}: is listed as security definer, but isn’t there`),
  ];
}

function problemsOf(routine: Routine): string[] {
  const { name } = routine;
  const problems: string[] = [];
  if (routine.leakproof) problems.push(`${name}: leakproof functions run before the fence’s condition`);
  if (routine.definer) {
    const wanted = DEFINERS[name];
    const path = routine.settings?.find((setting) => setting.startsWith('search_path='));
    if (!wanted) problems.push(`${name}: security definer, but not on the list`);
    if (path !== SEARCH_PATH) problems.push(`${name}: security definer with ${path ?? 'no search_path'}`);
    if (wanted && routine.callers.join() !== wanted.toSorted().join()) {
      problems.push(
        `${name}: security definer for ${routine.callers.join(', ') || 'nobody'} instead of ${wanted.join(', ')}`,
      );
    }
  }
  // The queue's own functions run as their caller, in a schema that only the relay may enter (see roles.ts).
  if (routine.schema === 'graphile_worker') return problems;
  if (routine.callers.includes('PUBLIC') && !(name in PUBLIC_FUNCTIONS))
    problems.push(`${name}: PUBLIC may execute it`);
  if (!['sql', 'plpgsql'].includes(routine.language))
    problems.push(`${name}: is written in ${routine.language}`);
  if (!routine.commented) problems.push(`${name}: has no comment`);
  return problems;
}
