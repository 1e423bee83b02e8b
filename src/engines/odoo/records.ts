import type { EngineCtx } from '#core/engine.ts';
import { execute, type Door } from './client.ts';
import { fieldsOf } from './fields.ts';
import type { Row } from './values.ts';

/** Archived records count as well. */
const EVERYTHING = { active_test: false };

/** What setting up and looking after people does with records, as their keeper. */
export interface Records {
  find(model: string, domain: readonly unknown[], fields: readonly string[]): Promise<Row[]>;
  /** Ids by external name, e.g. `base.group_user`; those that this installation lacks are left out. */
  named(model: string): Promise<ReadonlyMap<string, number>>;
  create(model: string, values: Row): Promise<number>;
  write(model: string, ids: readonly number[], values: Row): Promise<void>;
  call<T>(model: string, method: string, ids: readonly number[], timeoutMs?: number): Promise<T>;
  /** The field of `res.users` that holds its groups: another one since 19. */
  groupsField(): Promise<string>;
}

export function recordsOf(ctx: EngineCtx, door: Door): Records {
  const find: Records['find'] = (model, domain, fields) =>
    execute<Row[]>(ctx, door, {
      model,
      method: 'search_read',
      kwargs: { domain, fields, order: 'id asc', context: EVERYTHING },
      harmless: true,
    });
  return {
    find,
    async named(model) {
      const rows = await find('ir.model.data', [['model', '=', model]], ['module', 'name', 'res_id']);
      return new Map(
        rows.map((row) => [`${String(row['module'])}.${String(row['name'])}`, row['res_id'] as number]),
      );
    },
    async create(model, values) {
      const [id] = await execute<number[]>(ctx, door, {
        model,
        method: 'create',
        args: [['vals_list', [values]]],
      });
      return id!;
    },
    async write(model, ids, values) {
      await execute(ctx, door, { model, method: 'write', ids, args: [['vals', values]], harmless: true });
    },
    call: (model, method, ids, timeoutMs) =>
      execute(ctx, door, { model, method, ids, ...(timeoutMs !== undefined && { timeoutMs }) }),
    async groupsField() {
      const fields = await fieldsOf(ctx, door, 'res.users');
      return Object.hasOwn(fields, 'group_ids') ? 'group_ids' : 'groups_id';
    },
  };
}
