import { meets } from './condition.ts';
import { missingError, validationError, valueError } from './fault.ts';
import { modelsOf, OAUTH_PROVIDER, OAUTH_USER, type Model, type Version } from './models.ts';

export type Row = Record<string, unknown> & { readonly id: number };

const EMPTY: Readonly<Record<string, unknown>> = { boolean: false, integer: 0, one2many: [], many2many: [] };
/** In the order of their ids, from 1. */
const GROUPS =
  'base.group_user base.group_erp_manager base.group_sanitize_override base.group_system base.group_multi_company base.group_no_one base.group_partner_manager'.split(
    ' ',
  );
const COUNTRIES: Readonly<Record<number, readonly [string, string]>> = {
  10: ['AR', 'Argentina'],
  46: ['CL', 'Chile'],
};
const CREATED = '2026-03-01 12:00:00';

/** Tables and rows, without a word of who may do what. */
export class Database {
  readonly version: Version;
  readonly models: Record<string, Model>;
  tables = new Map<string, Map<number, Row>>();
  /** Keys of users. */
  keys = new Map<string, number>();
  readonly #next = new Map<string, number>();

  constructor(version: Version) {
    this.version = version;
    this.models = modelsOf(version);
  }

  /** As `create_database` leaves one: a company, its keeper, no contacts. */
  static fresh(version: Version, login: string, password: string, language: string): Database {
    const one = new Database(version);
    for (const [id, [code, name]] of Object.entries(COUNTRIES))
      one.put('res.country', { id: Number(id), code, name });
    one.put('res.lang', { id: 1, code: language, name: language, active: true });
    for (const [index, name] of GROUPS.entries()) {
      one.put('res.groups', { id: index + 1, name });
      const [module, short] = name.split('.');
      one.put('ir.model.data', {
        id: index + 1,
        model: 'res.groups',
        module,
        name: short,
        res_id: index + 1,
      });
    }
    for (const [index, name] of ['base', 'contacts', 'account', 'auth_oauth'].entries())
      one.put('ir.module.module', { id: index + 1, name, state: index === 0 ? 'installed' : 'uninstalled' });
    one.put('ir.cron', { id: 1, name: 'Mail' });
    one.put('res.partner', { id: 1, name: 'My Company', is_company: true, active: true });
    one.put('res.company', { id: 1, name: 'My Company', partner_id: 1, active: true });
    one.put('res.partner', { id: 3, name: 'Administrator', active: true });
    const groups = GROUPS.map((_, index) => index + 1).filter((id) => id !== 5);
    one.put('res.users', {
      id: 2,
      login,
      password,
      active: true,
      partner: 3,
      company_id: 1,
      company_ids: [1],
      ...(version >= 19 ? { group_ids: [4], all_group_ids: groups } : { groups_id: groups }),
    });
    return one;
  }

  copy(): Database {
    const one = new Database(this.version);
    one.tables = structuredClone(this.tables);
    one.keys = new Map(this.keys);
    if (Object.hasOwn(this.models, 'auth.oauth.provider')) one.#bringOauth();
    return one;
  }

  #bringOauth(): void {
    this.models['auth.oauth.provider'] = OAUTH_PROVIDER;
    this.models['res.users'] = { ...this.models['res.users'], ...OAUTH_USER };
  }

  install(ids: readonly number[]): void {
    for (const id of ids) {
      const found = this.row('ir.module.module', id)!;
      if (found['name'] === 'auth_oauth' && found['state'] !== 'installed') {
        this.#bringOauth();
        const stock = { name: 'Odoo.com Accounts', auth_endpoint: 'https://accounts.odoo.com/oauth2/auth' };
        this.put('auth.oauth.provider', { id: 1, ...stock, body: 'Sign in with Odoo.com', enabled: true });
        const named = {
          model: 'auth.oauth.provider',
          module: 'auth_oauth',
          name: 'provider_openerp',
          res_id: 1,
        };
        this.put('ir.model.data', { id: 1_000, ...named });
      }
      found['state'] = 'installed';
    }
  }

  table(model: string): Map<number, Row> {
    const found = this.tables.get(model) ?? new Map<number, Row>();
    this.tables.set(model, found);
    return found;
  }

  row(model: string, id: number): Row | undefined {
    return this.table(model).get(id);
  }

  put(model: string, row: Row): void {
    this.table(model).set(row.id, { create_date: CREATED, write_date: CREATED, create_uid: 2, ...row });
  }

  /** A value in the row, or where Odoo inherits or computes it. */
  read(model: string, row: Row, name: string): unknown {
    const field = this.models[model]?.[name];
    if (!field)
      throw valueError(
        this.version >= 19
          ? `Invalid field '${name}' on '${model}'`
          : `Invalid field '${name}' on model '${model}'`,
      );
    if (name === 'display_name') return row['name'] ?? this.#partner(model, row)?.['name'] ?? false;
    const own = row[name] ?? this.#partner(model, row)?.[name];
    if (model === 'res.partner' && name === 'type') return row['type'] ?? 'contact';
    if (model === 'res.partner' && name === 'user_ids') return this.#pointing('res.users', 'partner', row.id);
    if (name === 'child_ids') return this.#pointing('res.partner', 'parent_id', row.id);
    return own ?? EMPTY[field.type] ?? false;
  }

  #pointing(model: string, field: string, id: number): number[] {
    return [...this.table(model).values()].filter((row) => row[field] === id).map((row) => row.id);
  }

  /** Users and companies are partners as well. */
  #partner(model: string, row: Row): Row | undefined {
    const id =
      model === 'res.users' ? row['partner'] : model === 'res.company' ? row['partner_id'] : undefined;
    return typeof id === 'number' ? this.row('res.partner', id) : undefined;
  }

  search(model: string, domain: readonly unknown[], archived: boolean): Row[] {
    const hides = this.models[model]!['active'] !== undefined && !archived;
    return [...this.table(model).values()]
      .toSorted((a, b) => a.id - b.id)
      .filter(
        (row) => (!hides || this.read(model, row, 'active') === true) && meets(this, model, row, domain),
      );
  }

  /** A row as Odoo tells it. */
  tell(model: string, row: Row, names: readonly string[]): Record<string, unknown> {
    const told: Record<string, unknown> = { id: row.id };
    for (const name of names) {
      const { type, relation } = this.models[model]![name] ?? {};
      const value = this.read(model, row, name);
      const other = type === 'many2one' && value !== false ? this.row(relation!, value as number) : undefined;
      told[name] = other ? [other.id, this.read(relation!, other, 'display_name')] : value;
    }
    return told;
  }

  create(model: string, values: Record<string, unknown>, uid: number): number {
    const taken = [...this.table(model).keys()];
    const id = Math.max(this.#next.get(model) ?? 1, ...taken.map((one) => one + 1));
    this.#next.set(model, id + 1);
    const row: Row = { id, create_date: CREATED, create_uid: uid, active: true };
    if (model === 'res.users') row['partner'] = this.create('res.partner', {}, uid);
    this.table(model).set(id, row);
    try {
      if (model === 'res.partner' && values['name'] === false)
        throw validationError('The operation cannot be completed: Contacts require a name');
      this.write(model, [id], values, uid);
    } catch (error) {
      this.table(model).delete(id);
      throw error;
    }
    return id;
  }

  write(model: string, ids: readonly number[], values: Record<string, unknown>, uid: number): void {
    for (const id of ids) {
      const row = this.row(model, id);
      if (!row) throw missingError(model, id);
      for (const [name, value] of Object.entries(values)) this.#set(model, row, name, value, uid);
      // In one transaction many get the same time, which is told without its fractions.
      row['write_date'] = new Date().toISOString().slice(0, 19).replace('T', ' ');
    }
  }

  #set(model: string, row: Row, name: string, value: unknown, uid: number): void {
    const field = this.models[model]![name];
    if (!field)
      throw valueError(
        this.version >= 19
          ? `Invalid field '${name}' in '${model}'`
          : `Invalid field '${name}' on model '${model}'`,
      );
    if (
      name === 'login' &&
      this.search('res.users', [['login', '=', value]], true).some(({ id }) => id !== row.id)
    )
      throw validationError(
        'The operation cannot be completed: You can not have two users with the same login!',
      );
    if (
      model === 'res.company' &&
      name === 'name' &&
      this.search(model, [['name', '=', value]], true).some(({ id }) => id !== row.id)
    )
      throw validationError('The operation cannot be completed: The company name must be unique!');
    const partner = this.#partner(model, row);
    const inherited =
      partner && model === 'res.users' && ['name', 'email', 'phone', 'ref', 'lang', 'tz'].includes(name);
    if (partner && model === 'res.company' && ['vat', 'country_id', 'name'].includes(name))
      partner[name] = value;
    if (field.type === 'one2many' || field.type === 'many2many') this.#commands(model, row, name, value, uid);
    else (inherited ? partner : row)[name] = value;
  }

  #commands(model: string, row: Row, name: string, value: unknown, uid: number): void {
    const { relation, type } = this.models[model]![name]!;
    const back = 'parent_id';
    for (const [kind, id, more] of value as [number, number, unknown][]) {
      const held = () => (row[name] as number[] | undefined) ?? [];
      if (kind === 0)
        this.create(relation!, { ...(more as object), ...(type === 'one2many' && { [back]: row.id }) }, uid);
      if (kind === 1) this.write(relation!, [id], more as Record<string, unknown>, uid);
      if (kind === 2) this.table(relation!).delete(id);
      if (kind === 4 && type === 'one2many') this.write(relation!, [id], { [back]: row.id }, uid);
      if (kind === 4 && type === 'many2many') row[name] = [...held(), id];
      if (kind === 3) row[name] = held().filter((one) => one !== id);
      if (kind === 5) row[name] = [];
      if (kind === 6 && type === 'many2many') row[name] = more;
      if (kind === 6 && type === 'one2many') this.write(relation!, more as number[], { [back]: row.id }, uid);
    }
  }

  unlink(model: string, ids: readonly number[]): void {
    for (const id of ids) if (!this.row(model, id)) throw missingError(model, id);
    for (const id of ids) this.table(model).delete(id);
  }
}
