import { OdooFault, valueError } from './fault.ts';
import type { Database, Row } from './database.ts';

/** Which records meet a domain, in the way of the version. */
export function meets(database: Database, model: string, row: Row, domain: readonly unknown[]): boolean {
  const stack: boolean[] = [];
  const take = (): boolean => {
    const value = stack.pop();
    if (value === undefined) throw malformed(database);
    return value;
  };
  for (const term of domain.toReversed()) {
    if (term === '!') stack.push(!take());
    else if (term === '&' || term === '|') {
      const [a, b] = [take(), take()];
      stack.push(term === '&' ? a && b : a || b);
    } else stack.push(holds(database, model, row, term));
  }
  return stack.every(Boolean);
}

const malformed = ({ version }: Database): OdooFault =>
  version >= 19
    ? valueError('Domain() invalid item in domain')
    : new OdooFault('builtins.IndexError', 'list index out of range', 500);

function holds(database: Database, model: string, row: Row, term: unknown): boolean {
  if (!Array.isArray(term) || term.length !== 3) throw malformed(database);
  const [path, operator, value] = term as [string | number, string, unknown];
  if (typeof path === 'number') return path === 1;
  return reached(database, model, row, path.split('.')).some((found) => compare(found, operator, value));
}

/** The values at the end of a path; through relations there may be several. */
function reached(database: Database, model: string, row: Row, [first = '', ...rest]: string[]): unknown[] {
  const field = database.models[model]?.[first];
  if (!field)
    throw valueError(
      `Invalid field ${model}.${first} in ${database.version >= 19 ? 'condition' : 'leaf'} ('${first}', '=', 1)`,
    );
  const value = database.read(model, row, first);
  if (field.relation === undefined) return [value];
  const ids = Array.isArray(value) ? (value as number[]) : value === false ? [] : [value as number];
  if (rest.length === 0) return ids.length > 0 ? ids : [false];
  return ids.flatMap((id) => {
    const next = database.row(field.relation!, id);
    return next ? reached(database, field.relation!, next, rest) : [];
  });
}

function compare(found: unknown, operator: string, value: unknown): boolean {
  const like = (pattern: string): boolean =>
    new RegExp(pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('%', '.*'), 'i').test(
      String(found),
    );
  switch (operator) {
    case '=':
      return found === value;
    case '!=':
      return found !== value;
    case '>':
      return (found as number) > (value as number);
    case '<':
      return (found as number) < (value as number);
    case '>=':
      return (found as number) >= (value as number);
    case '<=':
      return (found as number) <= (value as number);
    case 'in':
      return (value as unknown[]).includes(found);
    case 'not in':
      return !(value as unknown[]).includes(found);
    case 'ilike':
    case 'like':
      return found !== false && like(String(value));
    case '=ilike':
      return (
        found !== false && String(found).toLowerCase() === String(value).replaceAll('\\', '').toLowerCase()
      );
    case '=like':
      return found !== false && like(`^${String(value)}$`.replaceAll('^', '').replaceAll('$', ''));
    default:
      throw valueError(`Invalid operator '${operator}'`);
  }
}
