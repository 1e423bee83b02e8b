import type { Asked, Said } from '#test/engines/stand-in.ts';
import { NOT_FOUND, ok, text } from './said.ts';

export const EVERYBODY = 1;
export const ADMINS = 2;
/** Of the server. */
interface Holder {
  readonly groups: Groups;
  nextId(): number;
}
type Right = 'write' | 'read' | 'none';

/** Groups, who is in them, and what they may. */
export class Groups {
  all = [
    { id: EVERYBODY, name: 'All Users', magic_group_type: 'all-internal-users' },
    { id: ADMINS, name: 'Administrators', magic_group_type: 'admin' },
  ] as { id: number; name: string; magic_group_type: string | null }[];
  members: { membership_id: number; group_id: number; user_id: number }[] = [];
  revision = 1;
  /** As a fresh Metabase has it: everybody may write at the top. */
  rights: Record<string, Record<string, Right>> = {
    [EVERYBODY]: { root: 'write' },
    [ADMINS]: { root: 'write' },
  };
  /** As a fresh Metabase has it: everybody may query. */
  queries: Record<string, Record<string, object>> = {
    [EVERYBODY]: { 1: { 'view-data': 'unrestricted', 'create-queries': 'query-builder-and-native' } },
  };
  /** Called before each write of the graph. */
  beforeWrite: () => void = () => {};

  /** A new collection has the rights of the one above. */
  inherit(id: number, above: number | 'root'): void {
    for (const rights of Object.values(this.rights)) rights[id] = rights[above] ?? 'none';
    this.revision += 1;
  }
}

export function changeGraph({ groups }: Holder, { method, body }: Asked): Said {
  if (method === 'PUT') {
    groups.beforeWrite();
    const given = body as { revision: number; groups: Record<string, Record<string, Right>> };
    if (given.revision !== groups.revision)
      return text(
        409,
        'Looks like someone else edited the permissions and your data is out of date. Please fetch new data and try again.',
      );
    if (given.groups[ADMINS]) return text(400, 'You cannot configure permissions for the admin group.');
    for (const [group, rights] of Object.entries(given.groups))
      groups.rights[group] = { ...groups.rights[group], ...rights };
    groups.revision += 1;
    return ok({ revision: groups.revision });
  }
  return ok({ revision: groups.revision, groups: groups.rights });
}

export function changeGroups(server: Holder, { method, body }: Asked, [noun, id, third]: string[]): Said {
  const { groups } = server;
  if (noun === 'graph') return ok({ revision: 1, groups: { [third!]: groups.queries[third!] ?? {} } });
  if (noun === 'membership') {
    if (method === 'POST') {
      const { group_id, user_id } = body as { group_id: number; user_id: number };
      if (groups.members.some((one) => one.group_id === group_id && one.user_id === user_id))
        return { status: 500, body: { message: 'ERROR: duplicate key value violates unique constraint' } };
      groups.members.push({ membership_id: server.nextId(), group_id, user_id });
      return ok(groups.members.filter((one) => one.group_id === group_id));
    }
    const at = groups.members.findIndex((one) => one.membership_id === Number(id));
    if (at < 0) return NOT_FOUND;
    groups.members.splice(at, 1);
    return { status: 204 };
  }
  if (id === undefined && method === 'GET') return ok(groups.all);
  if (id === undefined) {
    const name = body?.name as string;
    if (groups.all.some((one) => one.name === name))
      return text(400, 'A group with that name already exists.');
    const made = { id: server.nextId(), name, magic_group_type: null };
    groups.all.push(made);
    groups.rights[made.id] = {};
    return ok(made);
  }
  const found = groups.all.find((one) => one.id === Number(id));
  if (!found) return NOT_FOUND;
  if (method === 'PUT') found.name = body.name as string;
  if (method === 'DELETE') {
    groups.all = groups.all.filter((one) => one !== found);
    groups.members = groups.members.filter((one) => one.group_id !== found.id);
    delete groups.rights[found.id];
    return { status: 204 };
  }
  return ok({ ...found, members: groups.members.filter((one) => one.group_id === found.id) });
}
