import type { Asked, Said, StandIn } from '#test/engines/stand-in.ts';
import { condition, sorted, type Condition } from './filters.ts';
import { exampleTables, type Row, type StandInTable } from './tables.ts';

const KEY = 'service-role-of-the-example';

class Refused extends Error {
  readonly said: Said;
  constructor(status: number, code: string, message: string, details: unknown = null) {
    super(message);
    this.said = { status, body: { code, details, hint: null, message } };
  }
}

interface Selected {
  readonly columns: readonly string[];
  readonly embeds: readonly { as: string; table: string; hint: string | undefined; of: Selected }[];
}

/** `a,b,as:table!hint(c)`, as PostgREST's grammar reads it. */
function parseSelect(text: string): Selected {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if ((text[at] === ',' && depth === 0) || at === text.length) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  const columns: string[] = [];
  const embeds: Selected['embeds'][number][] = [];
  for (const part of parts) {
    const [, as, table, hint, inner] = /^(?:(\w+):)?(\w+)(?:!(\w+))?\((.*)\)$/s.exec(part) ?? [];
    if (table) embeds.push({ as: as ?? table, table, hint, of: parseSelect(inner!) });
    else columns.push(part);
  }
  return { columns, embeds };
}

export interface PostgrestStandIn extends StandIn {
  tables: Record<string, StandInTable>;
}

/** PostgREST 12.0.2, as Supabase has it below /rest/v1. */
export function createPostgrest(base = '/rest/v1', key = KEY): PostgrestStandIn {
  const standIn: PostgrestStandIn = {
    engine: 'supabase',
    example: {
      url: 'https://supabase.example.cl',
      credentials: { serviceRole: key },
      settings: { path: base },
      version: '12.0.2',
      capabilities: ['rows'],
      state: { table: 'customers' },
      secrets: {},
    },
    tables: exampleTables(),
    reset: () => void (standIn.tables = exampleTables()),
    answer(asked) {
      try {
        return respond(asked);
      } catch (error) {
        if (error instanceof Refused) return error.said;
        throw error;
      }
    },
  };

  const tableOf = (name: string): StandInTable => {
    if (Object.hasOwn(standIn.tables, name)) return standIn.tables[name]!;
    throw new Refused(404, '42P01', `relation "public.${name}" does not exist`);
  };

  function respond(asked: Asked): Said {
    if (asked.headers.authorization !== `Bearer ${key}`)
      throw new Refused(401, 'PGRST301', 'JWSError JWSInvalidSignature');
    if (!asked.path.startsWith(`${base}/`)) return { status: 404, body: { message: 'no Route matched' } };
    const name = asked.path.slice(base.length + 1);
    if (name === '')
      return {
        status: 200,
        headers: { 'content-type': 'application/openapi+json; charset=utf-8' },
        body: JSON.stringify(describe()),
      };
    if (name.includes('/'))
      throw new Refused(404, 'PGRST202', 'Could not find the function in the schema cache');
    const table = tableOf(name);
    switch (asked.method) {
      case 'GET':
        return read(name, table, asked);
      case 'POST':
        return insert(name, table, asked);
      case 'PATCH':
      case 'DELETE':
        return change(name, table, asked);
      default:
        throw new Refused(405, 'PGRST117', 'Unsupported HTTP method');
    }
  }

  function describe(): object {
    const definitions = Object.fromEntries(
      Object.entries(standIn.tables).map(([name, { columns, required, description }]) => [
        name,
        {
          ...(description !== undefined && { description }),
          required,
          type: 'object',
          properties: Object.fromEntries(
            Object.entries(columns).map(([column, format]) => [column, { format, type: 'string' }]),
          ),
        },
      ]),
    );
    return { swagger: '2.0', info: { title: 'standard public schema', version: '12.0.2' }, definitions };
  }

  /** Conditions on the table, and on what is embedded, by its path. */
  function readConditions(name: string, { query }: Asked): Map<string, Condition[]> {
    const all = new Map<string, Condition[]>();
    for (const [param, text] of query) {
      if (['select', 'order', 'limit', 'offset', 'columns'].includes(param)) continue;
      const path = param.split('.');
      const column = path.pop()!;
      const one = condition(column, text);
      if (!one) throw new Refused(400, 'PGRST100', `"failed to parse filter (${text})" (line 1, column 1)`);
      if (path.length === 0) requireColumn(name, column);
      const at = path.join('.');
      all.set(at, [...(all.get(at) ?? []), one]);
    }
    return all;
  }

  function requireColumn(name: string, column: string): void {
    if (!Object.hasOwn(tableOf(name).columns, column))
      throw new Refused(400, '42703', `column ${name}.${column} does not exist`);
  }

  const holds = (row: Row, all: readonly Condition[] = []): boolean =>
    all.every(({ column, test }) => test(row[column]));

  function project(
    name: string,
    row: Row,
    selected: Selected,
    all: Map<string, Condition[]>,
    path = '',
  ): Row {
    const answer: Row = {};
    for (const column of selected.columns) {
      if (column === '*') Object.assign(answer, row);
      else {
        requireColumn(name, column);
        answer[column] = row[column];
      }
    }
    for (const { as, table, hint, of } of selected.embeds) {
      const at = path === '' ? as : `${path}.${as}`;
      const conditions = all.get(at) ?? [];
      for (const { column } of conditions) requireColumn(table, column);
      const related = (child: string, parent: string): string | undefined =>
        Object.entries(tableOf(child).references).find(
          ([column, to]) => to === parent && (hint === undefined || hint === column || hint === parent),
        )?.[0];
      const up = related(name, table);
      const down = related(table, name);
      const found = tableOf(table)
        .rows.filter((one) => (up ? one['id'] === row[up] : down !== undefined && one[down] === row['id']))
        .filter((one) => holds(one, conditions))
        .map((one) => project(table, one, of, all, at));
      if (!up && !down)
        throw new Refused(
          400,
          'PGRST200',
          `Could not find a relationship between '${name}' and '${table}' in the schema cache`,
        );
      answer[as] = up ? (found[0] ?? null) : found;
    }
    return answer;
  }

  function read(name: string, table: StandInTable, asked: Asked): Said {
    const { query, headers } = asked;
    const all = readConditions(name, asked);
    const counts = headers['prefer']?.includes('count=') === true;
    let found = table.rows.filter((row) => holds(row, all.get('')));
    const total = found.length;
    const order = query.get('order');
    if (order !== null) {
      for (const part of order.split(',')) requireColumn(name, part.split('.')[0]!);
      found = sorted(found, order);
    }
    const from = Number(query.get('offset') ?? 0);
    const page = found.slice(from, from + Number(query.get('limit') ?? total));
    const range = page.length === 0 ? '*' : `${from}-${from + page.length - 1}`;
    const contentRange = { 'content-range': `${range}/${counts ? total : '*'}` };
    if (counts && from > 0 && from >= total)
      return {
        status: 416,
        headers: contentRange,
        body: {
          code: 'PGRST103',
          details: `An offset of ${from} was requested, but there are only ${total} rows.`,
          hint: null,
          message: 'Requested range not satisfiable',
        },
      };
    const selected = parseSelect(query.get('select') ?? '*');
    return {
      status: counts && page.length < total ? 206 : 200,
      headers: contentRange,
      body: page.map((row) => project(name, row, selected, all)),
    };
  }

  function answerRows(name: string, rows: readonly Row[], asked: Asked, status: number): Said {
    if (!asked.headers['prefer']?.includes('return=representation'))
      return { status: status === 201 ? 201 : 204 };
    const selected = parseSelect(asked.query.get('select') ?? '*');
    return { status, body: rows.map((row) => project(name, row, selected, new Map())) };
  }

  function check(name: string, table: StandInTable, row: Row, others: readonly Row[]): void {
    for (const column of Object.keys(row))
      if (!Object.hasOwn(table.columns, column))
        throw new Refused(
          400,
          'PGRST204',
          `Could not find the '${column}' column of '${name}' in the schema cache`,
        );
    for (const column of table.required)
      if (row[column] === null || row[column] === undefined)
        throw new Refused(
          400,
          '23502',
          `null value in column "${column}" of relation "${name}" violates not-null constraint`,
          `Failing row contains (${Object.values(row).join(', ')}).`,
        );
    for (const column of table.unique)
      if (others.some((other) => other[column] === row[column]))
        throw new Refused(
          409,
          '23505',
          `duplicate key value violates unique constraint "${name}_pkey"`,
          `Key (${column})=(${String(row[column])}) already exists.`,
        );
    for (const [column, to] of Object.entries(table.references))
      if (
        row[column] !== null &&
        row[column] !== undefined &&
        !tableOf(to).rows.some(({ id }) => id === row[column])
      )
        throw new Refused(
          409,
          '23503',
          `insert or update on table "${name}" violates foreign key constraint "${name}_${column}_fkey"`,
          `Key (${column})=(${JSON.stringify(row[column])}) is not present in table "${to}".`,
        );
  }

  function insert(name: string, table: StandInTable, asked: Asked): Said {
    if (asked.body === undefined) throw new Refused(400, 'PGRST102', 'Empty or invalid json');
    const given = (Array.isArray(asked.body) ? asked.body : [asked.body]) as Row[];
    const rows = [...table.rows];
    const empty = Object.fromEntries(Object.keys(table.columns).map((column) => [column, null]));
    const made = given.map((row) => {
      const next = Math.max(0, ...rows.map(({ id }) => Number(id))) + 1;
      const one: Row = { ...empty, ...(Object.hasOwn(table.columns, 'id') && { id: next }), ...row };
      check(name, table, one, rows);
      rows.push(one);
      return one;
    });
    table.rows = rows;
    return answerRows(name, made, asked, 201);
  }

  function change(name: string, table: StandInTable, asked: Asked): Said {
    const all = readConditions(name, asked).get('') ?? [];
    const found = table.rows.filter((row) => holds(row, all));
    if (asked.method === 'DELETE') {
      const used = Object.entries(standIn.tables).some(([, other]) =>
        Object.entries(other.references).some(
          ([column, to]) =>
            to === name && other.rows.some((row) => found.some(({ id }) => id === row[column])),
        ),
      );
      if (used)
        throw new Refused(
          409,
          '23503',
          `update or delete on table "${name}" violates foreign key constraint`,
        );
      table.rows = table.rows.filter((row) => !found.includes(row));
      return answerRows(name, found, asked, 200);
    }
    const changed = found.map((row) => ({ ...row, ...(asked.body as Row) }));
    const rest = table.rows.filter((row) => !found.includes(row));
    for (const row of changed) check(name, table, row, rest);
    table.rows = table.rows.map((row) => changed[found.indexOf(row)] ?? row);
    return answerRows(name, changed, asked, 200);
  }

  return standIn;
}

export const supabaseStandIn = createPostgrest();
