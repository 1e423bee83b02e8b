import type { Catalog, Column, Policy, Routine, Table } from './catalog.ts';

/** Renders docs/reference/database.md: the schema as the migrations left it, in their own comments' words. */
export function renderReference({ schemas, tables, routines }: Catalog): string {
  const sections = schemas.flatMap(({ name, comment }) => [
    `## Schema ${name}`,
    comment ?? '',
    ...tables.filter((table) => table.schema === name).flatMap(renderTable),
    ...renderRoutines(routines.filter((routine) => routine.schema === name)),
  ]);
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Made by test/db/generate.ts from the migrations. Do not edit. -->

# Database

Row-level security is forced on every table: a role reads and writes only the rows that its line names. “Its tenant” is
the one that \`core.enter\` set for the transaction.

| role | for |
|---|---|
| owner | Migrations, and the functions below that run with its rights. Nobody logs in as it. |
| app | Serves the tenants: API and jobs. |
| operator | Serves the platform’s operator. |
| relay | Publishes events and runs the job queue. |
| backup | Reads everything, for backups. |`;

const cell = (text: string): string =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .replaceAll('timestamp with time zone', 'timestamptz');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;
const shortRole = (role: string): string => role.replace(/^smarteros_/, '');

function renderTable(table: Table): string[] {
  const keys = [
    ...table.constraints.map((constraint) =>
      constraint.definition.replace(/^[A-Z ]+[A-Z]/, (word) => word.toLowerCase()),
    ),
    ...table.indexes.map((definition) => `index ${definition.replace(/^btree /, '')}`),
  ];
  return [
    `### ${table.schema}.${table.name}`,
    table.comment ?? '',
    ['| column | type | meaning |', '|---|---|---|', ...table.columns.map(renderColumn)].join('\n'),
    keys.map((key) => `- ${code(key)}`).join('\n'),
    ['| role | may | rows |', '|---|---|---|', ...renderAccess(table)].join('\n'),
  ];
}

function renderColumn(column: Column): string {
  const made =
    column.made === 'always'
      ? ', made by PostgreSQL'
      : column.default
        ? `, default ${code(column.default)}`
        : '';
  return row(
    code(column.name),
    `${column.type}${column.nullable ? ' or null' : ''}${made}`,
    column.comment ?? '',
  );
}

/** One line per role and kind of rows. The owner's rights come with its tables, so its policies say it all. */
function renderAccess(table: Table): string[] {
  const roles = new Set([
    ...table.rights.map((right) => right.role),
    ...table.policies.flatMap((policy) => policy.roles),
  ]);
  return [...roles].toSorted().flatMap((role) => {
    const mayByRows = new Map<string, string[]>();
    for (const { verb, columns } of table.rights.filter((right) => right.role === role)) {
      const rows = rowsOf(table.policies, role, verb);
      if (rows === undefined) continue;
      mayByRows.set(rows, [
        ...(mayByRows.get(rows) ?? []),
        columns ? `${verb} (${columns.join(', ')})` : verb,
      ]);
    }
    return [...mayByRows].map(([rows, may]) => row(shortRole(role), may.join(', '), rows));
  });
}

const TENANT =
  /^\((?:tenant_id|id) = \(NULLIF\(current_setting\('app\.tenant_id'::text, true\), ''::text\)\)::uuid\)$/;

/** Which rows the policies leave to a role for a verb; undefined when none. */
function rowsOf(policies: readonly Policy[], role: string, verb: string): string | undefined {
  const applicable = policies.filter(
    (policy) =>
      policy.roles.some((one) => one === role || one === 'public') && ['all', verb].includes(policy.command),
  );
  const conditionOf = ({ using, check }: Policy): string =>
    (verb === 'insert' ? check : null) ?? using ?? 'true';
  const wide = applicable.filter((policy) => !policy.restrictive).map(conditionOf);
  const narrow = applicable.filter((policy) => policy.restrictive).map(conditionOf);
  if (wide.length === 0) return undefined;
  const conditions = [...(wide.includes('true') ? [] : [wide.join(' or ')]), ...narrow];
  const words = conditions.map((condition) => (TENANT.test(condition) ? 'its tenant' : code(condition)));
  return words.length === 0 ? 'all' : words.join(' and ');
}

function renderRoutines(routines: readonly Routine[]): string[] {
  if (routines.length === 0) return [];
  const lines = routines.map(({ schema, signature, result, definer, comment, roles }) =>
    row(
      code(`${schema}.${signature}`) + (result ? ` → ${code(result)}` : ''),
      roles.map(shortRole).join(', ') || 'owner',
      definer ? 'owner' : 'caller',
      comment ?? '',
    ),
  );
  return [
    '### Functions',
    ['| function | called by | with the rights of | meaning |', '|---|---|---|---|', ...lines].join('\n'),
  ];
}
