import { engineError } from '#core/engine-errors.ts';
import type { Provisioner, Step, StepCtx } from '#core/engine.ts';
import { authenticate, seriesOf, type Door } from '#engines/odoo/client.ts';
import { companyDoor, keptOf } from '#engines/odoo/doors.ts';
import { groupsOf } from '#engines/odoo/groups.ts';
import { settingsOf, tenancyOf, type Tenancy } from '#engines/odoo/settings.ts';
import { anyMarked, anyOpen, keeperOf, reopen, shut } from '#engines/odoo/users.ts';
import { archiveCompany, company, companyIsOpen } from './company.ts';
import { database, databaseName, dropDatabase, ownDatabase, template } from './databases.ts';
import { keyWorks, makeKey } from './key.ts';
import { loginByUs, loginGone } from './login.ts';

const RENEW_MS = 14 * 86_400_000;
const JSON2_SINCE = 19;

/** A step that others have no need of. */
const where = (tenancies: readonly Tenancy[], step: Step): Step => ({
  ...step,
  observe: (ctx) => (tenancies.includes(tenancyOf(ctx.link)) ? step.observe(ctx) : Promise.resolve({})),
});

const loginOf = (ctx: StepCtx): string => `smarteros-${ctx.company.slug}`;

/** Kept before anything is made with them: what was made by somebody who then died can be opened. */
const secrets: Step = {
  name: 'secrets',
  title: { es: 'Claves', en: 'Secrets' },
  observe: ({ link: { secrets: kept, state } }) =>
    Promise.resolve(kept['password'] && kept['adminPassword'] && state['login'] ? {} : null),
  apply: (ctx) => {
    const { adminPassword, password } = ctx.link.secrets;
    const { database: known } = keptOf(ctx.link);
    const ours = tenancyOf(ctx.link) === 'database' ? databaseName(ctx) : settingsOf(ctx.link).database!;
    return Promise.resolve({
      state: { login: loginOf(ctx), database: known ?? ours },
      secrets: { adminPassword: adminPassword ?? ctx.random(), password: password ?? ctx.random() },
    });
  },
};

const passwordDoor = (ctx: StepCtx): Door => {
  const { database: name, login = '' } = keptOf(ctx.link);
  return {
    database: name,
    login,
    uid: undefined,
    secret: ctx.link.secrets['password'] ?? '',
    isKey: false,
  };
};

/** As whom the company's operations act: everything of its own, nothing of Odoo's. */
const user: Step = {
  name: 'user',
  title: { es: 'Usuario de integración', en: 'Integration user' },
  timeoutMs: 60_000,
  async observe(ctx) {
    const { records, uid: keeper } = await keeperOf(ctx);
    const field = await records.groupsField();
    const { login, companyId } = keptOf(ctx.link);
    const [row] = await records.find('res.users', [['login', '=', login]], ['active', 'company_ids', field]);
    if (!row || row['active'] !== true) return null;
    const uid = await authenticate(ctx, passwordDoor(ctx)).catch(() => undefined);
    const wanted = (await groupsOf(records, keeper, 'owner')) ?? [];
    const held = new Set(row[field] as number[]);
    const alone = JSON.stringify(row['company_ids']) === JSON.stringify([companyId]);
    return uid === row['id'] && alone && wanted.every((id) => held.has(id)) ? { state: { uid } } : null;
  },
  async apply(ctx) {
    const { records, uid: keeper } = await keeperOf(ctx);
    const field = await records.groupsField();
    const { login, companyId, lang } = keptOf(ctx.link);
    const groups = (await groupsOf(records, keeper, 'owner')) ?? [];
    const values = {
      password: ctx.link.secrets['password'],
      active: true,
      company_id: companyId,
      company_ids: [[6, 0, [companyId]]],
      [field]: [[6, 0, groups]],
      ...(lang !== undefined && { lang }),
      tz: 'America/Santiago',
    };
    const [row] = await records.find('res.users', [['login', '=', login]], ['company_ids']);
    const others = (row?.['company_ids'] as number[] | undefined)?.filter((id) => id !== companyId) ?? [];
    if (others.length > 0) throw engineError('engine_conflict', `${login} belongs to another company.`);
    const uid =
      (row?.['id'] as number | undefined) ??
      (await records.create('res.users', { name: 'SmarterOS', login, ...values }));
    if (row) await records.write('res.users', [uid], values);
    return { state: { uid } };
  },
};

const key: Step = {
  name: 'key',
  title: { es: 'Clave de API', en: 'API key' },
  timeoutMs: 60_000,
  async observe(ctx) {
    if (seriesOf(ctx.link.version) < JSON2_SINCE) return {};
    const { keyExpiresAt } = ctx.link.state;
    const fresh =
      typeof keyExpiresAt === 'string' && Date.parse(keyExpiresAt) - ctx.clock.now().getTime() > RENEW_MS;
    if (!fresh || ctx.link.secrets['apiKey'] === undefined) return null;
    return (await keyWorks(ctx, companyDoor(ctx.link)).catch(() => false)) ? {} : null;
  },
  async apply(ctx) {
    const { key: apiKey, expiresAt } = await makeKey(ctx, passwordDoor(ctx));
    return { state: { keyExpiresAt: expiresAt }, secrets: { apiKey } };
  },
};

const opened: Step = {
  name: 'opened',
  title: { es: 'Usuarios habilitados', en: 'Users let in' },
  timeoutMs: 60_000,
  observe: async (ctx) => ((await anyMarked(ctx)) ? null : {}),
  apply: async (ctx) => {
    await reopen(ctx);
    return {};
  },
};

const closed: Step = {
  name: 'closed',
  title: { es: 'Usuarios suspendidos', en: 'Users suspended' },
  timeoutMs: 60_000,
  observe: async (ctx) => (keptOf(ctx.link).companyId !== undefined && (await anyOpen(ctx)) ? null : {}),
  apply: async (ctx) => {
    await shut(ctx);
    return {};
  },
};

const forgotten = { adminPassword: null, password: null, apiKey: null };

const dropped: Step = {
  name: 'dropped',
  title: { es: 'Base de datos eliminada', en: 'Database deleted' },
  destructive: true,
  timeoutMs: 90_000,
  observe: async (ctx) => ((await ownDatabase(ctx)) ? null : { secrets: forgotten }),
  apply: async (ctx) => {
    await dropDatabase(ctx);
    return { secrets: forgotten };
  },
};

const archived: Step = {
  name: 'archived',
  title: { es: 'Empresa archivada', en: 'Company archived' },
  destructive: true,
  observe: async (ctx) => ((await companyIsOpen(ctx)) ? null : { secrets: forgotten }),
  apply: async (ctx) => {
    await archiveCompany(ctx);
    return { secrets: forgotten };
  },
};

const MANAGED: readonly Tenancy[] = ['database', 'company'];

export const provisioner: Provisioner = {
  // Creating a database stops the others for a while.
  atATime: 1,
  present: [
    where(MANAGED, secrets),
    where(['database'], template),
    where(['database'], database),
    where(MANAGED, company),
    where(MANAGED, opened),
    where(MANAGED, user),
    where(MANAGED, key),
    loginByUs,
  ],
  suspended: [where(MANAGED, closed)],
  absent: [
    where(['database'], dropped),
    where(['company'], closed),
    where(['company', 'instance'], loginGone),
    where(['company'], archived),
  ],
};
