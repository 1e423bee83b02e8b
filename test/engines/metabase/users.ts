import type { Asked, Said } from '#test/engines/stand-in.ts';
import { EVERYBODY, type Groups } from './groups.ts';
import { NOT_FOUND, ok, type User } from './said.ts';

/** Of the server. */
interface Holder {
  readonly groups: Groups;
  readonly users: User[];
  readonly admin: boolean;
  readonly beforeDeactivation: () => void;
  nextId(): number;
}

const invalid = (field: string, said: string): Said => ({ status: 400, body: { errors: { [field]: said } } });

function dressed({ groups }: Holder, user: User): object {
  const own = groups.members.filter((one) => one.user_id === user.id);
  return {
    ...user,
    user_group_memberships: [{ id: EVERYBODY }, ...own.map(({ group_id: id }) => ({ id }))],
  };
}

export function changeUsers(server: Holder, { method, body, query }: Asked, [id, verb]: string[]): Said {
  if (id === 'current') return ok({ id: 1, is_superuser: server.admin });
  const given = body as Partial<User> | undefined;
  const taken = server.users.some(
    (one) => one.email.toLowerCase() === given?.email?.toLowerCase() && one.id !== Number(id),
  );
  if (id === undefined && method === 'POST') {
    if (taken) return invalid('email', 'Email address already in use.');
    const made: User = {
      id: server.nextId(),
      email: given!.email!,
      first_name: given!.first_name ?? null,
      last_name: given!.last_name ?? null,
      is_active: true,
      is_superuser: false,
      login_attributes: given!.login_attributes ?? null,
    };
    server.users.push(made);
    return ok(dressed(server, made));
  }
  if (id === undefined) {
    const text = (query.get('query') ?? '').toLowerCase();
    const all = query.get('status') === 'all';
    const data = server.users.filter(
      (one) => (all || one.is_active) && one.email.toLowerCase().includes(text),
    );
    return ok({ data, total: data.length, limit: null, offset: null });
  }
  const user = server.users.find((one) => one.id === Number(id));
  if (!user) return NOT_FOUND;
  if (verb === 'reactivate') {
    if (user.is_active) return { status: 400, body: { message: 'Not able to reactivate an active user' } };
    user.is_active = true;
    return ok(user);
  }
  if (method === 'DELETE') {
    server.beforeDeactivation();
    user.is_active = false;
    return ok({ success: true });
  }
  if (method === 'PUT') {
    if (!user.is_active) return NOT_FOUND;
    if (taken) return invalid('email', 'Email address already associated to another user.');
    Object.assign(user, given);
  }
  return ok(dressed(server, user));
}
