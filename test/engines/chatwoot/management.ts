import type { Asked, Said } from '#test/engines/stand-in.ts';
import {
  fail,
  GONE,
  invalid,
  isNewer,
  newToken,
  nextId,
  ok,
  type Body,
  type Tables,
  type User,
} from './data.ts';

const PRIVATE = /^https?:\/\/(?:10\.|127\.|192\.168\.|localhost)/;

/** A request of a member of an account. */
export interface Inside {
  readonly asked: Asked;
  readonly account: number;
  readonly user: User;
  readonly role: string;
}

interface Server {
  readonly version: string;
  tables: Tables;
  addUser(user: { name: string; email: string }): User;
}

/** What administrators of an account set up: inboxes, webhooks, agents. */
export class Management {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  inboxes({ asked, account }: Inside, id: string | undefined): Said {
    const rows = this.#server.tables.inboxes.filter((one) => one.account === account);
    if (id !== undefined) {
      const found = rows.find((one) => String(one.id) === id);
      return found ? ok(found) : GONE;
    }
    if (asked.method === 'GET') return ok({ payload: rows });
    const { name, channel } = asked.body as { name: string; channel: { type: string } };
    const channel_type = channel.type === 'api' ? 'Channel::Api' : 'Channel::WebWidget';
    const made = { id: nextId(this.#server.tables.inboxes), account, name, channel_type, members: [] };
    this.#server.tables.inboxes.push(made);
    return ok(made);
  }

  inboxMembers({ asked, account }: Inside): Said {
    const { inbox_id: id, user_ids: users } = asked.body as { inbox_id: number; user_ids: number[] };
    const inbox = this.#server.tables.inboxes.find((one) => one.account === account && one.id === id);
    if (!inbox) return GONE;
    inbox.members = [...new Set([...inbox.members, ...users])];
    return ok({ payload: [] });
  }

  webhooks({ asked, account }: Inside, id: string | undefined): Said {
    const rows = this.#server.tables.webhooks.filter((one) => one.account === account);
    const view = ({ secret, account: _own, ...one }: (typeof rows)[number]): Body => ({
      ...one,
      account_id: account,
      ...(isNewer(this.#server.version) && { secret }),
    });
    if (asked.method === 'GET') return ok({ payload: { webhooks: rows.map(view) } });
    const { url, subscriptions } = (asked.body ?? {}) as { url: string; subscriptions: string[] };
    const found = rows.find((one) => String(one.id) === id);
    if (id !== undefined && !found) return GONE;
    if (asked.method === 'DELETE') {
      this.#server.tables.webhooks = this.#server.tables.webhooks.filter((one) => one !== found);
      return ok();
    }
    if (rows.some((one) => one.url === url && one !== found))
      return invalid('Url has already been taken', 'url');
    if (isNewer(this.#server.version) && PRIVATE.test(url)) return invalid('Url is not allowed', 'url');
    if (found) Object.assign(found, { url, subscriptions });
    const made = found ?? {
      id: nextId(this.#server.tables.webhooks),
      account,
      url,
      subscriptions,
      secret: isNewer(this.#server.version) ? newToken() : null,
    };
    if (!found) this.#server.tables.webhooks.push(made);
    return ok({ payload: { webhook: view(made) } });
  }

  agents({ asked, account }: Inside, id: string | undefined): Said {
    const members = this.#server.tables.memberships.filter((one) => one.account === account);
    const view = ({ user, role }: (typeof members)[number]): Body => {
      const { id: number, name, email } = this.#server.tables.users.find((one) => one.id === user)!;
      return { id: number, name, email, role };
    };
    if (asked.method === 'GET') return ok(members.map(view));
    const { name, email, role } = (asked.body ?? {}) as Record<string, string>;
    if (id === undefined) {
      if (!name || !email || !role) return fail(422, 'param is missing or the value is empty');
      const user =
        this.#server.tables.users.find((one) => one.email === email) ?? this.#server.addUser({ name, email });
      if (members.some((one) => one.user === user.id))
        return invalid('User has already been taken', 'user_id');
      const made = { account, user: user.id, role };
      this.#server.tables.memberships.push(made);
      return ok(view(made));
    }
    const found = members.find((one) => String(one.user) === id);
    if (!found) return GONE;
    if (asked.method === 'DELETE') {
      this.#server.tables.memberships = this.#server.tables.memberships.filter((one) => one !== found);
      return ok();
    }
    if (role) found.role = role;
    if (name) this.#server.tables.users.find((one) => one.id === found.user)!.name = name;
    return ok(view(found));
  }
}
