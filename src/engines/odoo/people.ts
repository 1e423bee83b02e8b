import { engineError } from '#core/engine-errors.ts';
import type { Member, PeopleDefinition } from '#core/engine-people.ts';
import type { StepCtx } from '#core/engine.ts';
import { keptOf } from './doors.ts';
import { groupsOf } from './groups.ts';
import { bound, enter, launch, loginFields, providerOf, unbound } from './login.ts';
import { tenancyOf } from './settings.ts';
import { keeperOf, usersOf, withoutMark, type Keeper } from './users.ts';
import type { Row } from './values.ts';

/** Logins are one namespace for all companies of a shared database, and somebody may belong to two of them. */
const loginOf = (ctx: StepCtx, { login }: Member): string =>
  tenancyOf(ctx.link) === 'company' ? `${ctx.company.slug}/${login}` : login;

/**
 * The user of that id if it is the company's, else who comes in by our login as them, else who carries the UGID, else
 * who has the login and no other UGID.
 */
async function findUser(
  ctx: StepCtx,
  { records, uid }: Keeper,
  member: Member,
  known: string | null,
): Promise<Row | undefined> {
  const ours = usersOf(ctx, uid);
  const fields = ['login', 'ref', 'active', 'company_ids', ...loginFields(ctx.link)];
  const provider = providerOf(ctx.link);
  const [byId] =
    known === null ? [] : await records.find('res.users', [...ours, ['id', '=', Number(known)]], fields);
  if (byId) return byId;
  const mine = [
    ['oauth_provider_id', '=', provider],
    ['oauth_uid', '=', member.ugid],
  ];
  const [byUid] = provider === undefined ? [] : await records.find('res.users', [...ours, ...mine], fields);
  if (byUid) return byUid;
  const [byRef] = await records.find('res.users', [...ours, ['ref', '=', member.ugid]], fields);
  if (byRef) return byRef;
  const [byLogin] = await records.find('res.users', [['login', '=', loginOf(ctx, member)]], fields);
  if (!byLogin) return undefined;
  const [own] = await records.find('res.users', [...ours, ['id', '=', byLogin['id']]], ['id']);
  if (!own || (byLogin['ref'] !== false && byLogin['ref'] !== member.ugid))
    throw engineError('engine_conflict', 'That login is somebody else’s.');
  return byLogin;
}

async function put(ctx: StepCtx, member: Member, known: string | null): Promise<string | null> {
  const keeper = await keeperOf(ctx);
  const { records } = keeper;
  const found = await findUser(ctx, keeper, member, known);
  const groups = await groupsOf(records, keeper.uid, member.role);
  if (groups === undefined) {
    if (found) await shutOut(ctx, keeper, found);
    return null;
  }
  const { companyId, lang } = keptOf(ctx.link);
  const field = await records.groupsField();
  const values = {
    name: member.name,
    login: loginOf(ctx, member),
    email: member.email ?? false,
    phone: member.phone ?? false,
    ref: member.ugid,
    active: true,
    [field]: [[6, 0, groups]],
    ...bound(ctx, found, member.ugid),
    ...(lang !== undefined && { lang }),
    ...(tenancyOf(ctx.link) === 'company' && {
      company_id: companyId,
      company_ids: [[6, 0, [companyId]]],
    }),
  };
  if (found) {
    await records.write('res.users', [found['id'] as number], values);
    return String(found['id']);
  }
  // Nobody knows it: they come in by an invitation of Odoo's, or by our login.
  return String(await records.create('res.users', { ...values, password: ctx.random() }));
}

async function shutOut(ctx: StepCtx, { records }: Keeper, row: Row): Promise<void> {
  await records.write('res.users', [row['id'] as number], {
    active: false,
    login: withoutMark(String(row['login'])),
    ...unbound(ctx, row),
  });
}

export const people: PeopleDefinition = {
  put,
  async disable(ctx, id) {
    const keeper = await keeperOf(ctx);
    const [row] = await keeper.records.find(
      'res.users',
      [...usersOf(ctx, keeper.uid), ['id', '=', Number(id)]],
      ['login', ...loginFields(ctx.link)],
    );
    if (row) await shutOut(ctx, keeper, row);
  },
  launch,
  enter,
  // Where the record of our login is another, everybody is bound to it anew.
  stamp: (link) => providerOf(link)?.toString(),
};
