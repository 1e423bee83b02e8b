import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { execute, type Door } from './client.ts';
import { keptOf } from './doors.ts';
import { leaves, type Leaf, type Tree } from './domain.ts';
import { fieldsOf, type Field, type Fields } from './fields.ts';
import { isCommon, listedMethods } from './listed.ts';
import type { Order } from './paging.ts';
import { settingsOf } from './settings.ts';
import { isIds, type Row } from './values.ts';

/**
 * Between companies that share a database. Odoo's own rules see to it that a company's user reaches its company, but
 * rows without a company, computed fields, relations and conditions across them all lead around those. So a company
 * works here with rows that name it, and with nothing else: every other way is refused before Odoo hears of it.
 */
export interface Wall {
  readonly company: Leaf;
  /** What a read may name. */
  reading(model: string, fields: readonly string[], trees: readonly Tree[], order: Order): Promise<void>;
  /** Rows as they may be told: relations to rows of others are nothing. */
  told(model: string, rows: readonly Row[]): Promise<Row[]>;
  /** Values as they may be written. */
  writing(model: string, values: readonly Row[], creating: boolean): Promise<Row[]>;
  /** Refuses records that aren't the company's. */
  owning(model: string, ids: readonly number[]): Promise<void>;
  calling(model: string, method: string, args: readonly unknown[], kwargs: Row): Promise<void>;
  context(given: Row | undefined): Row;
}

const COMPARISONS: ReadonlySet<string> = new Set([
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '=?',
  'in',
  'not in',
  'like',
  'not like',
  'ilike',
  'not ilike',
  '=like',
  '=ilike',
]);
const RELATIONAL: ReadonlySet<string> = new Set(['=', '!=', 'in', 'not in']);
/** Where one row of Odoo's can point anywhere. */
const LOOSE: ReadonlySet<string> = new Set([
  'reference',
  'many2one_reference',
  'properties',
  'properties_definition',
  'json',
  'serialized',
]);
const CONTEXT: ReadonlySet<string> = new Set(['lang', 'tz', 'active_test']);
const DEPTH = 4;

const refuse = (what: string): AppError => engineError('engine_forbidden', what);

const isScalar = (one: unknown): boolean =>
  one === null || ['string', 'number', 'boolean'].includes(typeof one);

export function wallOf(ctx: EngineCtx, door: Door): Wall {
  const { companyId } = keptOf(ctx.link);
  if (companyId === undefined) throw new AppError('engine_not_ready');
  const mine = companyId;
  const company: Leaf = ['company_id', '=', mine];
  const contextOf = (given: Row = {}): Row => ({
    ...Object.fromEntries(Object.entries(given).filter(([name, one]) => CONTEXT.has(name) && isScalar(one))),
    allowed_company_ids: [mine],
  });

  async function known(model: string, names: readonly string[]): Promise<Fields> {
    if (!listedMethods(model, settingsOf(ctx.link)))
      throw refuse(`${model} is not open to companies that share a database.`);
    const fields = await fieldsOf(ctx, door, model, names);
    const anchor = fields['company_id'];
    if (anchor?.type !== 'many2one' || anchor.relation !== 'res.company' || anchor.store !== true)
      throw refuse(`Rows of ${model} don't say whose they are.`);
    return fields;
  }

  const isOpen = (model: string | undefined): boolean =>
    model !== undefined && listedMethods(model, settingsOf(ctx.link)) !== undefined;

  /** A field that shows or takes only what is in the row, or leads to a row that may be told. */
  function fieldOf(model: string, fields: Fields, name: string): Field {
    const field = Object.hasOwn(fields, name) ? fields[name]! : undefined;
    if (!field) throw engineError('engine_invalid', `Invalid field '${name}' on model '${model}'`);
    const plain = field.store === true && !LOOSE.has(field.type);
    const leads = field.relation === undefined || isCommon(field.relation) || isOpen(field.relation);
    if (!plain || (!leads && name !== 'company_id'))
      throw refuse(`${model}.${name} is not open to companies that share a database.`);
    return field;
  }

  function condition(model: string, fields: Fields, [field, operator, value]: Leaf): void {
    if (typeof field !== 'string') throw refuse('A condition without a field is not open here.');
    const [first = '', ...rest] = field.split('.');
    const about = first === 'id' ? undefined : fieldOf(model, fields, first);
    if (rest.length > 1 || (rest.length === 1 && !isCommon(about?.relation ?? '')))
      throw refuse(`Conditions on ${field} are not open to companies that share a database.`);
    const relational = about?.relation !== undefined && rest.length === 0;
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    const fits = values.every((one) => isScalar(one) && !(relational && typeof one === 'string'));
    if (!fits || !(relational ? RELATIONAL : COMPARISONS).has(operator))
      throw refuse(`"${operator}" with that value is not open to companies that share a database.`);
  }

  /** Those of the ids that are this company's; archived ones too. */
  async function own(model: string, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    await known(model, []);
    const found = await execute<number[]>(ctx, door, {
      model,
      method: 'search',
      args: [['domain', ['&', company, ['id', 'in', [...new Set(ids)]]]]],
      kwargs: { context: contextOf({ active_test: false }) },
      harmless: true,
    });
    return new Set(found);
  }

  async function owning(model: string, ids: readonly number[]): Promise<void> {
    const found = await own(model, ids);
    // The same words for what is another company's and for what isn't there at all.
    if (!ids.every((id) => found.has(id))) throw engineError('engine_not_found');
  }

  async function valueFor(field: Field, name: string, given: unknown, depth: number): Promise<unknown> {
    const { type, relation } = field;
    if (relation === undefined) {
      if (!isScalar(given)) throw engineError('engine_invalid', `${name} takes one value`);
      return given;
    }
    const link = async (ids: readonly unknown[]): Promise<void> => {
      if (!isIds(ids)) throw engineError('engine_invalid', `${name} takes ids`);
      if (!isCommon(relation)) await owning(relation, ids);
    };
    if (type === 'many2one') {
      if (given !== false && given !== null) await link([given]);
      return given;
    }
    if (!Array.isArray(given)) throw engineError('engine_invalid', `${name} takes commands`);
    const commands: unknown[] = [];
    for (const one of given as unknown[]) commands.push(await command(relation, name, one, link, depth));
    return commands;
  }

  /** 0 make, 1 change, 2 delete, 3 and 4 let go and link, 5 and 6 empty and set. */
  async function command(
    relation: string,
    name: string,
    given: unknown,
    link: (ids: readonly unknown[]) => Promise<void>,
    depth: number,
  ): Promise<unknown> {
    const [kind, id, more] = Array.isArray(given) ? (given as unknown[]) : [];
    const changes = kind === 0 || kind === 1 || kind === 2;
    if (changes && (isCommon(relation) || depth >= DEPTH)) throw refuse(`${name} can only be linked.`);
    switch (kind) {
      case 0:
      case 1: {
        if (kind === 1) await link([id]);
        if (typeof more !== 'object' || more === null) break;
        const [values] = await rows(relation, [more as Row], kind === 0, depth + 1);
        return [kind, kind === 0 ? 0 : id, values];
      }
      case 2:
      case 3:
      case 4:
        await link([id]);
        return [kind, id, 0];
      case 5:
        return [5, 0, 0];
      case 6:
        if (!isIds(more)) break;
        await link(more);
        return [6, 0, more];
    }
    throw engineError('engine_invalid', `${name} takes commands such as [6, 0, [ids]]`);
  }

  async function rows(model: string, all: readonly Row[], creating: boolean, depth: number): Promise<Row[]> {
    const fields = await known(
      model,
      all.flatMap((row) => Object.keys(row)),
    );
    const written: Row[] = [];
    for (const row of all) {
      const values: Record<string, unknown> = {};
      for (const [name, given] of Object.entries(row)) {
        const field = fieldOf(model, fields, name);
        if (name === 'company_id') {
          if (given !== mine) throw refuse('Rows stay with their company.');
        } else values[name] = await valueFor(field, name, given, depth);
      }
      // Where it follows from another field, that one has been looked at.
      if (creating && fields['company_id']!.readonly !== true) values['company_id'] = mine;
      written.push(values);
    }
    return written;
  }

  return {
    company,
    context: contextOf,
    owning,
    writing: (model, values, creating) => rows(model, values, creating, 0),
    async reading(model, names, trees, order) {
      const asked = leaves(trees).flatMap(([field]) =>
        field === 'id' ? [] : [String(field).split('.')[0]!],
      );
      const plain = names.filter((name) => name !== 'id' && name !== 'display_name');
      const sorted = order.terms.map(({ field }) => field).filter((name) => name !== 'id');
      const fields = await known(model, [...plain, ...asked, ...sorted]);
      for (const name of plain) fieldOf(model, fields, name);
      for (const leaf of leaves(trees)) condition(model, fields, leaf);
      for (const name of sorted) {
        const { relation } = fieldOf(model, fields, name);
        // Otherwise they would be in the order of other rows' values.
        if (relation !== undefined) throw refuse(`Rows can't be ordered by ${name} in a shared database.`);
      }
    },
    async told(model, all) {
      const fields = await fieldsOf(ctx, door, model);
      const names = Object.keys(all[0] ?? {}).filter((name) => {
        const { relation } = fields[name] ?? {};
        return relation !== undefined && name !== 'company_id' && !isCommon(relation);
      });
      const owned = new Map<string, Set<number>>();
      for (const relation of new Set(names.map((name) => fields[name]!.relation!))) {
        const ids = names
          .filter((name) => fields[name]!.relation === relation)
          .flatMap((name) => all.flatMap((row) => idsIn(row[name])));
        owned.set(relation, await own(relation, ids));
      }
      return all.map((row) => {
        const shown: Record<string, unknown> = { ...row };
        for (const name of names) {
          const { relation, type } = fields[name]!;
          const may = owned.get(relation!)!;
          const ids = idsIn(row[name]);
          if (type === 'many2one') shown[name] = ids.every((id) => may.has(id)) ? row[name] : false;
          else shown[name] = ids.filter((id) => may.has(id));
        }
        return shown;
      });
    },
    async calling(model, method, args, kwargs) {
      if (!listedMethods(model, settingsOf(ctx.link))?.includes(method))
        throw refuse(`${model}.${method} is not listed for companies that share a database.`);
      const [ids, ...rest] = args;
      const { context: _context, ...named } = kwargs;
      if (!isIds(ids) || ids.length === 0 || rest.length > 0 || Object.keys(named).length > 0)
        throw refuse('In a shared database a method takes ids of records and nothing else.');
      await owning(model, ids);
    },
  };
}

/** Of a relation as Odoo tells it: `[id, name]`, ids, or false. */
function idsIn(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  const [first, second] = value as unknown[];
  return typeof second === 'string' ? [first as number] : (value as number[]);
}
