import { TYPES } from '#platform/db/values.ts';
import type { Catalog, Column, Table } from './catalog.ts';

/** Renders src/platform/db/types.ts: each table as Kysely sees it, with what the driver returns and takes. */
export function renderTypes({ tables }: Catalog): string {
  const interfaces = tables.map(renderTable);
  const entries = tables.map((table) => `  '${fullName(table)}': ${interfaceName(table)};`);
  const used = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) =>
    interfaces.some((text) => text.includes(`: ${name}<`)),
  );
  return [
    '// Made by test/db/generate.ts from the migrations. Do not edit.',
    `import type { ${used.join(', ')} } from 'kysely';`,
    '',
    ...interfaces,
    'export interface Database {',
    ...entries,
    '}',
    '',
  ].join('\n');
}

const fullName = (table: Table): string => `${table.schema}.${table.name}`;
const interfaceName = (table: Table): string =>
  `${table.schema}_${table.name}`.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

const comment = (text: string | null, indent = ''): string[] =>
  text ? [`${indent}/** ${text.replaceAll('*/', '*\\/')} */`] : [];

function renderTable(table: Table): string {
  const columns = table.columns.flatMap((column) => [
    ...comment(column.comment, '  '),
    `  ${column.name}: ${columnType(table, column)};`,
  ]);
  return [...comment(table.comment), `interface ${interfaceName(table)} {`, ...columns, '}', ''].join('\n');
}

function columnType(table: Table, column: Column): string {
  const type = TYPES[column.oid];
  if (!type) {
    throw new Error(
      `${fullName(table)}.${column.name}: src/platform/db/values.ts has no parser for ${column.type}`,
    );
  }
  const words = allowedWords(table, column.name);
  const or = (name: string): string => (column.nullable ? `${name} | null` : name);
  const row = or(words ?? type.row);
  const input = or(words ?? type.input ?? type.row);
  if (column.made === 'always') return `GeneratedAlways<${row}>`;
  if (row === input) return column.made === 'default' ? `Generated<${row}>` : row;
  return `ColumnType<${row}, ${input}${column.made === 'default' ? ' | undefined' : ''}, ${input}>`;
}

/** `check (status in ('active', 'suspended'))` as a union; undefined when there is no such check. */
function allowedWords(table: Table, column: string): string | undefined {
  for (const { kind, columns, definition } of table.constraints) {
    if (kind !== 'check' || columns.length !== 1 || columns[0] !== column) continue;
    const list = definition.match(/^CHECK \(\(\w+ = ANY \(ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)\)\)$/)?.[1];
    if (list) return Array.from(list.matchAll(/'([^']*)'/g), ([quoted]) => quoted).join(' | ');
  }
  return undefined;
}
