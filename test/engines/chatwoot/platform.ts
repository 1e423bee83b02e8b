import type { Asked, Said } from '#test/engines/stand-in.ts';
import { fail, GONE, invalid, isNewer, newToken, nextId, ok, type Body, type Tables } from './data.ts';

const FOREIGN = fail(401, 'Non permissible resource');
const MAIL = /^[^@\s]+@[^@\s]+$/;

/** `/platform/api/v1`: an app sees what it has made, and nothing else. */
export class Platform {
  readonly #tables: () => Tables;
  readonly #version: string;
  readonly apps: ReadonlySet<string>;

  constructor(tables: () => Tables, version: string, apps: readonly string[]) {
    this.#tables = tables;
    this.#version = version;
    this.apps = new Set(apps);
  }

  answer(asked: Asked, [noun, id, verb]: string[]): Said {
    const app = asked.headers['api_access_token'];
    if (typeof app !== 'string' || !this.apps.has(app)) return fail(401, 'Invalid access_token');
    if (noun === 'agent_bots') return ok([]);
    if (noun === 'users')
      return id === undefined ? this.#makeUser(asked, app) : this.#user(asked, app, id, verb);
    if (noun !== 'accounts')
      return { status: 404, headers: { 'content-type': 'text/html' }, body: 'no route' };
    if (id === undefined) return asked.method === 'POST' ? this.#makeAccount(asked, app) : this.#listed(app);
    return this.#account(asked, app, Number(id), verb);
  }

  #listed(app: string): Said {
    if (!isNewer(this.#version))
      return { status: 404, headers: { 'content-type': 'text/html' }, body: 'no route' };
    return ok(this.#tables().accounts.filter((one) => one.app === app));
  }

  #makeAccount({ body }: Asked, app: string): Said {
    if (!body?.name) return invalid('Name can’t be blank', 'name');
    const { accounts } = this.#tables();
    const made = {
      id: nextId(accounts),
      name: body.name as string,
      locale: (body.locale as string | undefined) ?? 'en',
      status: (body.status as string | undefined) ?? 'active',
      custom_attributes: (body.custom_attributes ?? {}) as Body,
      app,
    };
    accounts.push(made);
    return ok(made);
  }

  #account(asked: Asked, app: string, id: number, verb: string | undefined): Said {
    const tables = this.#tables();
    const account = tables.accounts.find((one) => one.id === id);
    if (!account) return GONE;
    if (account.app !== app) return FOREIGN;
    if (verb === 'account_users') return this.#members(asked, id);
    const { name, status } = (asked.body ?? {}) as { name?: string; status?: string };
    if (asked.method === 'PATCH') Object.assign(account, name && { name }, status && { status });
    if (asked.method === 'DELETE') {
      tables.accounts = tables.accounts.filter((one) => one !== account);
      tables.memberships = tables.memberships.filter((one) => one.account !== id);
      return ok();
    }
    return ok(account);
  }

  #members({ method, body, query }: Asked, account: number): Said {
    const tables = this.#tables();
    if (method === 'GET') return ok(tables.memberships.filter((one) => one.account === account));
    const user = Number(method === 'DELETE' ? query.get('user_id') : body?.user_id);
    const found = tables.memberships.find((one) => one.account === account && one.user === user);
    if (method === 'DELETE') {
      tables.memberships = tables.memberships.filter((one) => one !== found);
      return ok();
    }
    if (!tables.users.some(({ id }) => id === user)) return invalid('User must exist', 'user');
    const role = body.role as string;
    if (found) found.role = role;
    else tables.memberships.push({ account, user, role });
    return ok({ account_id: account, user_id: user, role });
  }

  #view(id: number): Body {
    const { users, memberships } = this.#tables();
    const { token, custom_attributes: custom, app: _, ...user } = users.find((one) => one.id === id)!;
    return {
      ...user,
      access_token: token,
      // Left out when there are none.
      ...(Object.keys(custom).length > 0 && { custom_attributes: custom }),
      accounts: memberships
        .filter((one) => one.user === id)
        .map(({ account, role }) => ({ id: account, role })),
    };
  }

  /** Finds who has the address, and lets the app touch them from then on. */
  #makeUser({ body }: Asked, app: string): Said {
    const { users } = this.#tables();
    const email = String(body?.email ?? '').toLowerCase();
    if (!MAIL.test(email)) return invalid('Email is invalid', 'email');
    const found = users.find((one) => one.email === email);
    if (found) found.app = app;
    else if (!/(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w])/.test(String(body.password)))
      return invalid('Password must contain at least 1 special character', 'password');
    else
      users.push({
        id: nextId(users),
        name: body.name as string,
        email,
        token: newToken(),
        custom_attributes: (body.custom_attributes ?? {}) as Body,
        app,
      });
    return ok(this.#view(users.find((one) => one.email === email)!.id));
  }

  #user(asked: Asked, app: string, id: string, verb: string | undefined): Said {
    const tables = this.#tables();
    const user = tables.users.find((one) => String(one.id) === id);
    if (!user) return GONE;
    if (user.app !== app) return FOREIGN;
    if (verb === 'login') {
      const mail = encodeURIComponent(user.email);
      return ok({ url: `https://crm.example.cl/app/login?email=${mail}&sso_auth_token=${newToken()}` });
    }
    if (asked.method === 'DELETE') {
      tables.users = tables.users.filter((one) => one !== user);
      tables.memberships = tables.memberships.filter((one) => one.user !== user.id);
      return ok();
    }
    if (asked.method === 'PATCH') {
      const { name, email = user.email, custom_attributes: custom } = asked.body as Partial<typeof user>;
      if (tables.users.some((one) => one !== user && one.email === email))
        return invalid('Email has already been taken', 'email');
      Object.assign(user, { email }, name && { name }, custom && { custom_attributes: custom });
    }
    return ok(this.#view(user.id));
  }
}
