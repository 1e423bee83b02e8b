import type { EngineCtx, Found, Step, StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { adminDoor, keptOf } from '#engines/odoo/doors.ts';
import { LOGIN_MODULE, SIGN_IN, tokensArePasswords } from '#engines/odoo/login.ts';
import { recordsOf, type Records } from '#engines/odoo/records.ts';
import { settingsOf, tenancyOf } from '#engines/odoo/settings.ts';
import type { Row } from '#engines/odoo/values.ts';
import { installModules } from './modules.ts';

const PROVIDER = 'auth.oauth.provider';
const PARAMETER = 'ir.config_parameter';
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Comes with the module, switched on. */
const STOCK = `${LOGIN_MODULE}.provider_openerp`;
/** Of databases that we make: nobody signs up without an invitation, and tickets travel in a header, past logs. */
const PARAMETERS = { 'auth_signup.invitation_scope': 'b2b', 'auth_oauth.authorization_header': 'True' };

/** Why there can be no login by us, kept for whoever wants to go there. */
const without = (reason: string): Found => ({ state: { providerId: null, loginReason: reason } });

const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);

function obstacle({ link, login }: StepCtx): string | undefined {
  if (tokensArePasswords(link.version)) return 'version_too_old';
  if (isLoopback(login.userinfo) && !isLoopback(link.url)) return 'cannot_reach_us';
  return undefined;
}

/** In a database that others share it is no button: a list of them would name each company to everybody. */
const wantedOf = ({ link, login }: StepCtx): Row => ({
  name: 'SmarterOS',
  client_id: login.clientId,
  auth_endpoint: login.page,
  validation_endpoint: login.userinfo,
  data_endpoint: false,
  scope: 'openid',
  enabled: tenancyOf(link) !== 'company',
  body: 'SmarterOS',
});

async function findProvider(records: Records, { login }: StepCtx): Promise<Row | undefined> {
  const [row] = await records.find(
    PROVIDER,
    [['client_id', '=', login.clientId]],
    [
      'name',
      'client_id',
      'auth_endpoint',
      'validation_endpoint',
      'data_endpoint',
      'scope',
      'enabled',
      'body',
    ],
  );
  return row;
}

const parametersOf = (records: Records): Promise<Row[]> =>
  records.find(PARAMETER, [['key', 'in', Object.keys(PARAMETERS)]], ['key', 'value']);

async function stockProvider(records: Records): Promise<number | undefined> {
  const id = (await records.named(PROVIDER)).get(STOCK);
  const [row] = id === undefined ? [] : await records.find(PROVIDER, [['id', '=', id]], ['enabled']);
  return row?.['enabled'] === true ? id : undefined;
}

async function isTidy(records: Records): Promise<boolean> {
  const known = new Map((await parametersOf(records)).map((row) => [row['key'], row['value']]));
  return (
    Object.entries(PARAMETERS).every(([key, value]) => known.get(key) === value) &&
    (await stockProvider(records)) === undefined
  );
}

async function tidy(records: Records): Promise<void> {
  const known = new Map((await parametersOf(records)).map((row) => [row['key'], row['id'] as number]));
  for (const [key, value] of Object.entries(PARAMETERS)) {
    const id = known.get(key);
    if (id === undefined) await records.create(PARAMETER, { key, value });
    else await records.write(PARAMETER, [id], { value });
  }
  const stock = await stockProvider(records);
  if (stock !== undefined) await records.write(PROVIDER, [stock], { enabled: false });
}

/** What an Odoo answers whose module isn't there, or whose credentials don't administer it. */
function refusal(error: unknown): string | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === 'engine_not_found') return 'module_missing';
  return error.code === 'engine_forbidden' ? 'not_administrator' : undefined;
}

/** Into an Odoo that isn't ours to change: with what is there, or not at all. */
async function orWithout(work: () => Promise<Found | null>): Promise<Found | null> {
  try {
    return await work();
  } catch (error) {
    const reason = refusal(error);
    if (reason === undefined) throw error;
    return without(reason);
  }
}

/**
 * Of several databases Odoo gives a browser that comes for the first time none, and then knows only what its settings
 * load at once (`server_wide_modules`): else people choose the database first, and press our button there. Asked as a
 * browser would by way of its proxy; without a ticket it answers a page that does nothing.
 */
async function letsInAtOnce(ctx: StepCtx): Promise<boolean> {
  const { publicUrl } = settingsOf(ctx.link);
  const { host, protocol } = new URL(publicUrl ?? ctx.link.url);
  const { status } = await ctx.http({
    method: 'GET',
    path: SIGN_IN,
    headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
  });
  return status !== 404;
}

const by = async (ctx: StepCtx, providerId: number): Promise<Found> => ({
  state: { providerId, loginReason: (await letsInAtOnce(ctx)) ? null : 'database_choice' },
});

async function look(ctx: StepCtx): Promise<Found | null> {
  const records = recordsOf(ctx, adminDoor(ctx.link));
  const row = await findProvider(records, ctx);
  const wanted = wantedOf(ctx);
  if (!row || Object.entries(wanted).some(([name, value]) => row[name] !== value)) return null;
  if (tenancyOf(ctx.link) === 'database' && !(await isTidy(records))) return null;
  return by(ctx, row['id'] as number);
}

async function bringAbout(ctx: StepCtx): Promise<Found> {
  const records = recordsOf(ctx, adminDoor(ctx.link));
  if (tenancyOf(ctx.link) === 'database') await installModules(records, [LOGIN_MODULE]);
  const row = await findProvider(records, ctx);
  const wanted = wantedOf(ctx);
  const id = (row?.['id'] as number | undefined) ?? (await records.create(PROVIDER, wanted));
  if (row) await records.write(PROVIDER, [id], wanted);
  if (tenancyOf(ctx.link) === 'database') await tidy(records);
  return by(ctx, id);
}

/** The record by which Odoo asks us who somebody is. */
export const loginByUs: Step = {
  name: 'login',
  title: { es: 'Ingreso con SmarterOS', en: 'Login by SmarterOS' },
  // With its module, where a database was made without.
  timeoutMs: 240_000,
  async observe(ctx) {
    const reason = obstacle(ctx);
    if (reason !== undefined) return without(reason);
    if (tenancyOf(ctx.link) !== 'database') return orWithout(() => look(ctx));
    return look(ctx).catch((error: unknown) => {
      if (refusal(error) === 'module_missing') return null;
      throw error;
    });
  },
  async apply(ctx) {
    if (tenancyOf(ctx.link) === 'database') return bringAbout(ctx);
    return (await orWithout(() => bringAbout(ctx)))!;
  },
};

/** Of a company that goes, from what isn't dropped with it. An own instance that can't be reached keeps nobody. */
export const loginGone: Step = {
  name: 'login_gone',
  title: { es: 'Ingreso con SmarterOS retirado', en: 'Login by SmarterOS removed' },
  async observe(ctx) {
    const { providerId } = keptOf(ctx.link);
    if (typeof providerId !== 'number') return {};
    const forgotten = { state: { providerId: null, loginReason: null } };
    try {
      return (await findProvider(recordsOf(ctx, adminDoor(ctx.link)), ctx)) ? null : forgotten;
    } catch (error) {
      if (tenancyOf(ctx.link) === 'instance' || refusal(error) !== undefined) return forgotten;
      throw error;
    }
  },
  async apply(ctx) {
    const records = recordsOf(ctx, adminDoor(ctx.link));
    const row = await findProvider(records, ctx);
    if (row) await records.call(PROVIDER, 'unlink', [row['id'] as number]);
    return { state: { providerId: null, loginReason: null } };
  },
};

/** What databases that we make get installed. */
export const modulesOf = ({ link }: EngineCtx): readonly string[] => {
  const { modules = ['contacts'] } = settingsOf(link);
  return tokensArePasswords(link.version) ? modules : [...new Set([...modules, LOGIN_MODULE])];
};
