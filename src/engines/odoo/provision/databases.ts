import { createHash, createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineError } from '#core/engine-errors.ts';
import type { Company, Connector, EngineCtx, Step, StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { authenticate, rpc, type Door } from '#engines/odoo/client.ts';
import { ADMIN_LOGIN, adminDoor, keptOf } from '#engines/odoo/doors.ts';
import { recordsOf } from '#engines/odoo/records.ts';
import { settingsOf, tenancyOf } from '#engines/odoo/settings.ts';
import { modulesOf } from './login.ts';
import { installModules, missingModules } from './modules.ts';

/** Creating one takes 17 s on two cores, installing contacts in it 28 s; both on a busy machine more. */
const CREATE_MS = 240_000;
const COPY_MS = 90_000;
const POLL_MS = 2_000;
const LANGUAGE = 'es_CL';

/** All that the model of a country needs to know. */
type ModelCtx = EngineCtx & { readonly company: Pick<Company, 'country'> };

const master = ({ link }: EngineCtx): string => {
  const { masterPassword } = link.credentials;
  if (masterPassword === undefined) throw engineError('engine_rejected_credentials');
  return masterPassword;
};

const exists = (ctx: EngineCtx, name: string): Promise<boolean> =>
  rpc(ctx, { service: 'db', method: 'db_exist', args: [name], harmless: true });

/** Whether a door opens; false too for what isn't finished yet. */
async function opens(ctx: EngineCtx, door: Door): Promise<boolean> {
  try {
    await authenticate(ctx, door);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'engine_rate_limited') return false;
    throw error;
  }
}

const prefixOf = ({ link }: EngineCtx): string => settingsOf(link).prefix ?? 'smarteros_';

export const databaseName = (ctx: StepCtx): string => `${prefixOf(ctx)}${ctx.company.slug}`;

/**
 * What companies' databases are copied from: 1 s instead of a minute. It is found by its name, which says what is in it;
 * its password follows from the master password, so that nobody has to keep it.
 */
function templateDoor(ctx: ModelCtx): Door & { readonly database: string } {
  const { country } = ctx.company;
  const kind = createHash('sha256')
    .update(JSON.stringify([country, LANGUAGE, modulesOf(ctx)]))
    .digest('hex')
    .slice(0, 8);
  const database = `${prefixOf(ctx)}template_${kind}`;
  const secret = createHmac('sha256', master(ctx)).update(database).digest('base64url');
  return { database, login: ADMIN_LOGIN, uid: undefined, secret, isKey: false };
}

/** Waits for one that somebody is making; one that was left half made is thrown away. */
async function settle(ctx: ModelCtx, door: Door & { readonly database: string }): Promise<void> {
  const end = ctx.clock.now().getTime() + CREATE_MS / 2;
  while (!(await opens(ctx, door))) {
    if (ctx.clock.now().getTime() > end) {
      await rpc(ctx, { service: 'db', method: 'drop', args: [master(ctx), door.database] });
      throw engineError('engine_unreachable', undefined, { cause: `${door.database} was half made` });
    }
    await sleep(POLL_MS, undefined, { signal: ctx.signal });
  }
}

async function isReady(ctx: ModelCtx): Promise<boolean> {
  const door = templateDoor(ctx);
  if (!(await exists(ctx, door.database)) || !(await opens(ctx, door))) return false;
  return (await missingModules(recordsOf(ctx, door), modulesOf(ctx))).length === 0;
}

async function makeTemplate(ctx: ModelCtx): Promise<void> {
  const door = templateDoor(ctx);
  if (!(await exists(ctx, door.database)))
    await rpc(ctx, {
      service: 'db',
      method: 'create_database',
      args: [master(ctx), door.database, false, LANGUAGE, door.secret, ADMIN_LOGIN, ctx.company.country],
    });
  // Odoo says yes even where it failed half way.
  await settle(ctx, door);
  await installModules(recordsOf(ctx, door), modulesOf(ctx));
}

/** The operator's country's model, before the first company needs it. */
export const prepare: NonNullable<Connector['prepare']> = {
  timeoutMs: CREATE_MS,
  run: async (ctx) => {
    if (tenancyOf(ctx.link) === 'database' && !(await isReady(ctx))) await makeTemplate(ctx);
  },
};

export const template: Step = {
  name: 'template',
  title: { es: 'Base de datos modelo', en: 'Model database' },
  timeoutMs: CREATE_MS,
  async observe(ctx) {
    const { database } = keptOf(ctx.link);
    if (database !== undefined && (await exists(ctx, database))) return {};
    return (await isReady(ctx)) ? {} : null;
  },
  async apply(ctx) {
    await makeTemplate(ctx);
    return {};
  },
};

export const database: Step = {
  name: 'database',
  title: { es: 'Base de datos', en: 'Database' },
  timeoutMs: COPY_MS,
  async observe(ctx) {
    const door = adminDoor(ctx.link);
    return (await exists(ctx, door.database!)) && (await opens(ctx, door)) ? {} : null;
  },
  async apply(ctx) {
    const door = adminDoor(ctx.link);
    const name = door.database!;
    const model = templateDoor(ctx);
    if (!(await exists(ctx, name)))
      await rpc(ctx, {
        service: 'db',
        method: 'duplicate_database',
        args: [master(ctx), model.database, name],
      });
    if (await opens(ctx, door)) return {};
    // As it was copied, until its own password is set.
    const copied: Door = { ...model, database: name };
    if (!(await opens(ctx, copied)))
      throw engineError('engine_conflict', `A database named ${name} exists, and it is not this company's.`);
    const uid = await authenticate(ctx, copied);
    await recordsOf(ctx, copied).write('res.users', [uid], { password: door.secret });
    return {};
  },
};

/** Whether the company's database is there. @throws AppError engine_conflict when one by its name isn't the company's */
export async function ownDatabase(ctx: StepCtx): Promise<boolean> {
  const { database: name } = keptOf(ctx.link);
  if (name === undefined || !(await exists(ctx, name))) return false;
  if (await opens(ctx, adminDoor(ctx.link))) return true;
  throw engineError('engine_conflict', `The database ${name} does not let us in.`);
}

export async function dropDatabase(ctx: StepCtx): Promise<void> {
  if (!(await ownDatabase(ctx))) return;
  const { database: name } = keptOf(ctx.link);
  await rpc(ctx, { service: 'db', method: 'drop', args: [master(ctx), name] });
}
