import { z } from 'zod';
import { NAME, type Fence } from './settings.ts';

export const Table = z
  .object({
    name: z.string(),
    description: z.string().nullable(),
    columns: z.array(
      z.object({
        name: z.string(),
        type: z.string().describe('As PostgreSQL names it.'),
        required: z.boolean().describe('It takes no null.'),
      }),
    ),
  })
  .meta({ id: 'SupabaseTable' });
export type Table = z.output<typeof Table>;

/** The part that we read of PostgREST's description of itself (OpenAPI 2). */
export interface Description {
  readonly info?: { readonly version?: string };
  readonly definitions?: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly required?: readonly string[];
        readonly properties?: Readonly<Record<string, { readonly format?: string; readonly type?: string }>>;
      }
    >
  >;
}

/** The tables that a company can use, by name. */
export function describeTables({ definitions = {} }: Description, fence: Fence): Table[] {
  const usable = (name: string, columns: readonly string[]): boolean => {
    try {
      const column = fence.columnOf(name);
      return NAME.test(name) && (column === null || columns.includes(column));
    } catch {
      return false;
    }
  };
  return Object.entries(definitions)
    .filter(([name, { properties = {} }]) => usable(name, Object.keys(properties)))
    .map(([name, { description, required = [], properties = {} }]) => ({
      name,
      description: description ?? null,
      columns: Object.entries(properties).map(([column, { format, type }]) => ({
        name: column,
        type: format ?? type ?? 'unknown',
        required: required.includes(column),
      })),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
