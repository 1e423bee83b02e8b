import { accessError, OdooFault, userError, valueError } from './fault.ts';
import type { Database, Row } from './database.ts';
import { KEEPER_WRITES, SYSTEM_ONLY } from './models.ts';

export interface Called {
  readonly model: string;
  readonly method: string;
  readonly ids: readonly number[];
  readonly named: Readonly<Record<string, unknown>>;
}

const READS = new Set(['search_read', 'search', 'read', 'search_count', 'fields_get', 'context_get']);

const attributeError = (version: number, model: string, method: string): OdooFault =>
  new OdooFault(
    'builtins.AttributeError',
    version >= 19
      ? `The method '${model}.${method}' does not exist`
      : `The method '${method}' does not exist on the model '${model}'`,
    404,
  );

/**
 * A method, in the name of a user. Companies' users see every row of every company: Odoo's own rules are not what our
 * wall may lean on.
 */
export function run(database: Database, uid: number, { model, method, ids, named }: Called): unknown {
  const { version, models } = database;
  const keeper = uid === 2;
  if (!Object.hasOwn(models, model))
    throw version >= 19
      ? new OdooFault('odoo.exceptions.UserError', `Object ${model} doesn't exist`, 404)
      : userError(`Object ${model} doesn't exist`);
  if (method.startsWith('_'))
    throw new OdooFault(
      'odoo.exceptions.AccessError',
      `Private methods (such as '${model}.${method}') cannot be called remotely.`,
      403,
    );
  const context = (named['context'] ?? {}) as Record<string, unknown>;
  if (
    context['lang'] !== undefined &&
    database.search('res.lang', [['code', '=', context['lang']]], false).length === 0
  )
    throw userError(`Invalid language code: ${context['lang'] as string}`);
  if (!keeper && (SYSTEM_ONLY.has(model) || (KEEPER_WRITES.has(model) && !READS.has(method))))
    throw accessError(model);
  const domain = (named['domain'] ?? []) as unknown[];
  const archived = context['active_test'] === false;
  switch (method) {
    case 'fields_get':
      return models[model];
    case 'context_get':
      return { lang: 'es_CL', tz: 'America/Santiago', uid };
    case 'search':
      return database.search(model, domain, archived).map(({ id }) => id);
    case 'search_count':
      return database.search(model, domain, archived).length;
    case 'read':
      return ids.flatMap((id) => {
        const row = database.row(model, id);
        return row ? [database.tell(model, row, named['fields'] as string[])] : [];
      });
    case 'search_read':
      return page(database, model, database.search(model, domain, archived), named);
    case 'create':
      return (named['vals_list'] as Record<string, unknown>[]).map((one) => database.create(model, one, uid));
    case 'write':
      database.write(model, ids, named['vals'] as Record<string, unknown>, uid);
      return true;
    case 'unlink':
      database.unlink(model, ids);
      return true;
    case 'button_immediate_install':
      database.install(ids);
      return { type: 'ir.actions.client', tag: 'reload' };
    default:
      throw attributeError(version, model, method);
  }
}

function page(database: Database, model: string, rows: readonly Row[], named: Called['named']): unknown[] {
  const terms = ((named['order'] as string | undefined) ?? 'id asc')
    .split(', ')
    .map((term) => term.split(' ') as [string, string?]);
  for (const [field] of terms)
    if (!database.models[model]![field]) throw valueError(`Invalid field '${field}' on '${model}'`);
  const sorted = rows.toSorted((a, b) => {
    for (const [field, direction] of terms) {
      const [x, y] = [database.read(model, a, field), database.read(model, b, field)] as [number, number];
      if (x !== y) return (x < y ? -1 : 1) * (direction === 'desc' ? -1 : 1);
    }
    return 0;
  });
  const from = (named['offset'] as number | undefined) ?? 0;
  const limit = (named['limit'] as number | undefined) ?? sorted.length;
  return sorted
    .slice(from, from + limit)
    .map((row) => database.tell(model, row, named['fields'] as string[]));
}
