import { engineError } from '#core/engine-errors.ts';
import type { Discovery, EngineCtx } from '#core/engine.ts';
import { authenticate, execute, rpc, seriesOf, unwrap } from './client.ts';
import { instanceDoor } from './doors.ts';
import { settingsOf, tenancyOf } from './settings.ts';

const OLDEST = 16;

async function versionOf(ctx: EngineCtx): Promise<string> {
  const answer = await ctx.http({
    method: 'POST',
    path: '/web/webclient/version_info',
    body: { jsonrpc: '2.0', id: 1, method: 'call', params: {} },
    harmless: true,
  });
  return unwrap<{ server_version: string }>(answer).server_version;
}

/** The one database, where nobody named it. @throws AppError engine_invalid when that can't be told */
async function onlyDatabase(ctx: EngineCtx): Promise<string> {
  const list = await rpc<string[]>(ctx, { service: 'db', method: 'list', args: [], harmless: true }).catch(
    () => [],
  );
  if (list.length === 1) return list[0]!;
  throw engineError('engine_invalid', 'Say in settings.database which database it is.');
}

/** What an instance is, and whether it lets us in. */
export async function discover(ctx: EngineCtx): Promise<Discovery> {
  const version = await versionOf(ctx);
  if (seriesOf(version) < OLDEST)
    throw engineError('engine_unsupported', `Odoo ${version} is older than Odoo ${OLDEST}`);
  const json2 = seriesOf(version) > 18;
  const { credentials } = ctx.link;
  if (tenancyOf(ctx.link) === 'database') {
    const { masterPassword } = credentials;
    if (masterPassword === undefined)
      throw engineError('engine_invalid', 'Either a master password or settings.database is needed.');
    // Does nothing for no databases, and asks for the password first.
    await rpc(ctx, {
      service: 'db',
      method: 'migrate_databases',
      args: [masterPassword, []],
      harmless: true,
    });
    return { version, capabilities: [...(json2 ? ['json2'] : []), 'databases'] };
  }
  const database = settingsOf(ctx.link).database ?? (await onlyDatabase(ctx));
  const link = { ...ctx.link, version, settings: { ...ctx.link.settings, database, uid: undefined } };
  const door = instanceDoor(link);
  const uid =
    json2 && door.isKey
      ? (
          await execute<{ uid: number }>({ ...ctx, link }, door, {
            model: 'res.users',
            method: 'context_get',
          })
        ).uid
      : await authenticate(ctx, door);
  return { version, capabilities: json2 && door.isKey ? ['json2'] : [], settings: { database, uid } };
}
