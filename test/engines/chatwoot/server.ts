import { createHmac, randomUUID } from 'node:crypto';
import type { Asked, Said } from '#test/engines/stand-in.ts';
import {
  emptyTables,
  fail,
  GONE,
  invalid,
  newToken,
  nextId,
  ok,
  type Body,
  type Contact,
  type Conversation,
  type Delivery,
  type Message,
  type Tables,
  type User,
} from './data.ts';
import { Management, type Inside } from './management.ts';
import { Platform } from './platform.ts';

const CONTACTS_PER_PAGE = 15;
const CONVERSATIONS_PER_PAGE = 25;
const MESSAGES_PER_PAGE = 20;
const SEARCHES_PER_MINUTE = 100;
/** Messages of a conversation that tell who waits. */
const RECENT = 20;
const TYPES = ['incoming', 'outgoing', 'activity', 'template'];
const E164 = /^\+[1-9]\d{1,14}$/;

/** Seconds; of what the customer said after the last answer. */
function waitingSince(said: readonly Message[]): number {
  const answered = said.findLastIndex((one) => one.message_type === 1 && !one.private);
  return said.slice(answered + 1).find((one) => one.message_type === 0)?.created_at ?? 0;
}

/** Chatwoot as facts/engines.md says: 4.3.0, or a newer one whose webhooks sign. */
export class ChatwootServer {
  readonly version: string;
  readonly platformToken = 'platform-of-tests';
  readonly otherApp = 'platform-of-somebody-else';
  readonly seen: string[] = [];
  tables: Tables = emptyTables();
  deliveries: Delivery[] = [];
  /** Anything but `well` ails all of it; `headerless`: a proxy drops the token. */
  mood: 'well' | 'html' | 'broken' | 'headerless' | 'lost' = 'well';
  /** Unix seconds that new rows get. */
  now: () => number = () => Math.floor(Date.now() / 1_000);
  readonly #platform: Platform;
  readonly #management = new Management(this);
  readonly #searches = new Map<number, number>();

  constructor(version = '4.3.0') {
    this.version = version;
    this.#platform = new Platform(() => this.tables, version, [this.platformToken, this.otherApp]);
  }

  reset(tables: Tables): void {
    this.tables = structuredClone(tables);
    this.#searches.clear();
    this.deliveries = [];
  }

  answer(asked: Asked): Said {
    this.seen.push(`${asked.method} ${asked.path}`);
    if (this.mood === 'html' || this.mood === 'lost')
      return {
        status: this.mood === 'lost' ? 404 : 200,
        headers: { 'content-type': 'text/html' },
        body: '<html>Welcome to nginx!</html>',
      };
    if (this.mood === 'broken') return { status: 500, body: { status: 500, error: 'Internal Server Error' } };
    if (asked.path === '/api')
      return ok({
        version: this.version,
        timestamp: '2026-03-01 12:00:00',
        queue_services: 'ok',
        data_services: 'ok',
      });
    const [, first, ...parts] = asked.path.split('/').map(decodeURIComponent);
    if (this.mood === 'headerless')
      return { status: 401, body: { errors: ['You need to sign in or sign up before continuing.'] } };
    if (first === 'platform') return this.#platform.answer(asked, parts.slice(2));
    if (first !== 'api') return { status: 404, headers: { 'content-type': 'text/html' }, body: 'no route' };
    const user = this.tables.users.find(({ token }) => token === asked.headers['api_access_token']);
    if (!user) return fail(401, 'Invalid Access Token');
    const [, noun, id, ...rest] = parts;
    if (noun === 'profile') return ok(this.#profile(user));
    if (noun !== 'accounts') return GONE;
    const account = this.tables.accounts.find((one) => String(one.id) === id);
    if (!account) return GONE;
    if (account.status !== 'active') return fail(401, 'Account is suspended');
    const member = this.tables.memberships.find((one) => one.account === account.id && one.user === user.id);
    if (!member) return fail(401, 'You are not authorized to access this account');
    return this.#inside({ asked, account: account.id, user, role: member.role }, rest);
  }

  #profile({ token, app: _app, ...user }: User): Body {
    const mine = this.tables.memberships.filter((one) => one.user === user.id);
    const accounts = mine.map(({ account, role }) => {
      const { id, name, status } = this.tables.accounts.find((one) => one.id === account)!;
      return { id, name, status, role };
    });
    return { ...user, uid: user.email, access_token: token, accounts };
  }

  #inside(inside: Inside, [noun, ...rest]: string[]): Said {
    const mayManage = inside.role === 'administrator';
    const managed = ['agents', 'inboxes', 'inbox_members', 'webhooks'].includes(noun!);
    if (managed && !mayManage && inside.asked.method !== 'GET')
      return fail(401, 'You are not authorized to do this action');
    switch (noun) {
      case 'contacts':
        return this.#contacts(inside, rest);
      case 'conversations':
        return this.#conversations(inside, rest);
      case 'inboxes':
        return this.#management.inboxes(inside, rest[0]);
      case 'inbox_members':
        return this.#management.inboxMembers(inside);
      case 'webhooks':
        return this.#management.webhooks(inside, rest[0]);
      case 'agents':
        return this.#management.agents(inside, rest[0]);
      default:
        return GONE;
    }
  }

  #contactView(row: Contact): Body {
    const { account: _, ...shown } = row;
    const boxes = this.tables.joined.filter((one) => one.contact === row.id);
    return {
      ...shown,
      blocked: false,
      thumbnail: '',
      additional_attributes: {},
      contact_inboxes: boxes.map(({ inbox, source_id: source }) => ({
        source_id: source,
        inbox: { id: inbox },
      })),
    };
  }

  #taken(account: number, body: Body, own?: Contact): Said | undefined {
    const { email, phone_number: phone } = body;
    if (phone && !E164.test(phone as string))
      return invalid('Phone number should be in e164 format', 'phone_number');
    if (email && !/^[^@\s]+@[^@\s.]+\.[^@\s]+$/.test(email as string))
      return invalid('Email Invalid email', 'email');
    const others = this.tables.contacts.filter((one) => one.account === account && one !== own);
    for (const key of ['email', 'phone_number', 'identifier'] as const)
      if (body[key] && others.some((one) => one[key] === body[key])) {
        const words = key.replace('_', ' ');
        return invalid(`${words[0]!.toUpperCase()}${words.slice(1)} has already been taken`, key);
      }
    return undefined;
  }

  #contacts({ asked, account }: Inside, [id, verb]: string[]): Said {
    const { method, query } = asked;
    const body = (asked.body ?? {}) as Body;
    const rows = this.tables.contacts.filter((one) => one.account === account);
    if (id === undefined && method === 'POST') return this.#makeContact(account, body);
    if (id === undefined) {
      const listed = rows.filter((one) => one.email || one.phone_number || one.identifier);
      return this.#contactPage(listed, query, false);
    }
    if (id === 'search') {
      const searches = (this.#searches.get(account) ?? 0) + 1;
      this.#searches.set(account, searches);
      if (searches > SEARCHES_PER_MINUTE)
        return {
          status: 429,
          headers: { 'content-type': 'text/plain', 'retry-after': '60' },
          body: 'Retry later\n',
        };
      const q = query.get('q')?.toLowerCase();
      if (!q) return { status: 422, body: { error: 'Specify search string with parameter q' } };
      const fields = ['name', 'email', 'phone_number', 'identifier'] as const;
      return this.#contactPage(
        rows.filter((one) => fields.some((key) => one[key]?.toLowerCase().includes(q))),
        query,
        true,
      );
    }
    if (id === 'filter') {
      const [{ attribute_key: key, values }] = body['payload'] as [
        { attribute_key: keyof Contact; values: string[] },
      ];
      const found = rows.filter((one) => values.includes(one[key] as string));
      return ok({
        meta: { count: found.length, current_page: 1 },
        payload: found.map((one) => this.#contactView(one)),
      });
    }
    const found = rows.find((one) => String(one.id) === id);
    if (!found) return GONE;
    if (verb === 'conversations') {
      const talks = this.tables.conversations.filter(
        (one) => one.account === account && one.contact === found.id,
      );
      return ok({ payload: talks.map((one) => this.#conversationView(one)) });
    }
    if (verb === 'contact_inboxes') {
      const inbox = this.tables.inboxes.find((one) => one.account === account && one.id === body['inbox_id']);
      if (!inbox) return GONE;
      const made = { contact: found.id, inbox: inbox.id, source_id: randomUUID() };
      this.tables.joined.push(made);
      return ok({ source_id: made.source_id, inbox: { id: inbox.id } });
    }
    if (method === 'DELETE') {
      this.tables.contacts = this.tables.contacts.filter((one) => one !== found);
      return ok();
    }
    if (method === 'PUT') {
      const wrong = this.#taken(account, body, found);
      if (wrong) return wrong;
      const { custom_attributes: custom, ...plain } = body;
      const kept = ['name', 'email', 'phone_number', 'identifier'].filter((key) => key in plain);
      Object.assign(found, Object.fromEntries(kept.map((key) => [key, plain[key]])), {
        custom_attributes: { ...found.custom_attributes, ...(custom as Body | undefined) },
      });
    }
    return ok({ payload: this.#contactView(found) });
  }

  #contactPage(rows: Contact[], query: URLSearchParams, searched: boolean): Said {
    const page = Number(query.get('page') ?? 1);
    const sort = query.get('sort') ?? '-last_activity_at';
    const key = sort.replace('-', '') as 'created_at';
    const sign = sort.startsWith('-') ? -1 : 1;
    const sorted = rows.toSorted((a, b) => sign * ((a[key] ?? 0) - (b[key] ?? 0) || a.id - b.id));
    const from = (page - 1) * CONTACTS_PER_PAGE;
    const payload = sorted.slice(from, from + CONTACTS_PER_PAGE).map((one) => this.#contactView(one));
    const more = searched && { has_more: sorted.length > from + CONTACTS_PER_PAGE };
    return ok({
      meta: { count: searched ? payload.length : rows.length, current_page: String(page), ...more },
      payload,
    });
  }

  #makeContact(account: number, body: Body): Said {
    if (!body['inbox_id']) return fail(422, 'param is missing or the value is empty: inbox_id');
    const inbox = this.tables.inboxes.find((one) => one.account === account && one.id === body['inbox_id']);
    const wrong = this.#taken(account, body);
    if (wrong) return wrong;
    if (!inbox) return GONE;
    const made: Contact = {
      id: nextId(this.tables.contacts),
      account,
      name: (body['name'] as string | undefined) ?? null,
      email: (body['email'] as string | undefined) ?? null,
      phone_number: (body['phone_number'] as string | undefined) ?? null,
      identifier: (body['identifier'] as string | undefined) ?? null,
      custom_attributes: (body['custom_attributes'] ?? {}) as Body,
      created_at: this.now(),
      last_activity_at: null,
    };
    this.tables.contacts.push(made);
    const joined = { contact: made.id, inbox: inbox.id, source_id: randomUUID() };
    this.tables.joined.push(joined);
    const view = this.#contactView(made);
    this.tell(account, 'contact_created', view);
    return ok({
      payload: { contact: view, contact_inbox: { inbox: { id: inbox.id }, source_id: joined.source_id } },
    });
  }

  /** By conversation: what was said in it. */
  #said(account: number): Map<number, Message[]> {
    const found = new Map<number, Message[]>();
    for (const one of this.tables.messages)
      if (one.account === account)
        found.set(one.conversation, [...(found.get(one.conversation) ?? []).slice(-RECENT), one]);
    return found;
  }

  #conversationView(
    row: Conversation,
    said: readonly Message[] = this.#said(row.account).get(row.id) ?? [],
  ): Body {
    const { account: _, contact, assignee, ...shown } = row;
    const last = said.at(-1);
    const sender = this.tables.contacts.find(({ id }) => id === contact);
    const user = this.tables.users.find(({ id }) => id === assignee);
    return {
      ...shown,
      priority: null,
      labels: [],
      can_reply: true,
      last_activity_at: last?.created_at ?? row.created_at,
      // Since the first that nobody has answered; 0 when nobody waits.
      waiting_since: waitingSince(said),
      last_non_activity_message: last ? this.#messageView(last) : null,
      meta: {
        sender: sender && { id: sender.id, name: sender.name },
        ...(user && { assignee: { id: user.id, name: user.name } }),
      },
    };
  }

  #conversations(inside: Inside, [id, verb]: string[]): Said {
    const { asked, account } = inside;
    const rows = this.tables.conversations.filter((one) => one.account === account);
    if (id === undefined)
      return asked.method === 'POST'
        ? this.#makeConversation(inside)
        : this.#conversationPage(rows, asked.query);
    const found = rows.find((one) => String(one.id) === id);
    if (!found) return GONE;
    if (verb === 'messages') return this.#messages(inside, found);
    if (verb === 'toggle_status') {
      found.status = (inside.asked.body?.status as string | undefined) ?? found.status;
      const { status } = found;
      this.tell(found.account, 'conversation_status_changed', this.#conversationView(found));
      return ok({ meta: {}, payload: { success: true, current_status: status, conversation_id: found.id } });
    }
    return ok(this.#conversationView(found));
  }

  #conversationPage(rows: Conversation[], query: URLSearchParams): Said {
    const [status, assignee, q, inbox, kind, order] = [
      'status',
      'assignee_type',
      'q',
      'inbox_id',
      'conversation_type',
      'sort_by',
    ].map((key) => query.get(key));
    const said = rows[0] ? this.#said(rows[0].account) : new Map<number, Message[]>();
    const at = ({ id, created_at: made }: Conversation): number =>
      (order === 'last_activity_at_desc' ? said.get(id)?.at(-1)?.created_at : undefined) ?? made;
    const says = ({ id, account }: Conversation): boolean =>
      this.tables.messages.some(
        (one) => one.account === account && one.conversation === id && one.content.includes(q!),
      );
    const counted = rows.filter(
      (one) =>
        (q ? says(one) : status === 'all' || one.status === (status ?? 'open')) &&
        (!inbox || String(one.inbox_id) === inbox) &&
        (kind !== 'unattended' || waitingSince(said.get(one.id) ?? []) > 0),
    );
    const assigned = counted.filter((one) => one.assignee !== null);
    const chosen =
      assignee === 'assigned'
        ? assigned
        : assignee === 'unassigned'
          ? counted.filter((one) => one.assignee === null)
          : counted;
    const sorted = chosen.toSorted((a, b) => at(b) - at(a) || b.id - a.id);
    const from = (Number(query.get('page') ?? 1) - 1) * CONVERSATIONS_PER_PAGE;
    const meta = {
      mine_count: 0,
      assigned_count: assigned.length,
      unassigned_count: counted.length - assigned.length,
      all_count: counted.length,
    };
    const payload = sorted
      .slice(from, from + CONVERSATIONS_PER_PAGE)
      .map((one) => this.#conversationView(one, said.get(one.id)));
    return ok({ data: { meta, payload } });
  }

  #makeConversation({ asked, account, user }: Inside): Said {
    const body = (asked.body ?? {}) as Body;
    if (!body['source_id']) return fail(422, 'param is missing or the value is empty: source_id');
    // As Chatwoot does: whatever has that source id, in any account.
    const joined = this.tables.joined.find((one) => one.source_id === body['source_id']);
    const inbox = this.tables.inboxes.find((one) => one.id === joined?.inbox);
    if (!joined || !inbox) return GONE;
    const made: Conversation = {
      id: nextId(this.tables.conversations.filter((one) => one.account === account)),
      account,
      inbox_id: inbox.id,
      contact: joined.contact,
      status: (body['status'] as string | undefined) ?? 'open',
      assignee: null,
      unread_count: 0,
      created_at: this.now(),
    };
    this.tables.conversations.push(made);
    const { content } = (body['message'] ?? {}) as { content?: string };
    if (content) this.#say(made, user, { content });
    this.tell(account, 'conversation_created', this.#conversationView(made));
    return ok(this.#conversationView(made));
  }

  #messageView(row: Message): Body {
    const { account: _, conversation, ...shown } = row;
    return {
      ...shown,
      conversation_id: conversation,
      content_type: 'text',
      content_attributes: {},
      status: 'sent',
    };
  }

  #say(conversation: Conversation, user: User, body: Body): Message {
    const incoming = body['message_type'] === 'incoming';
    const customer = this.tables.contacts.find(({ id }) => id === conversation.contact)!;
    const { id, name } = incoming ? customer : user;
    const made: Message = {
      id: nextId(this.tables.messages),
      account: conversation.account,
      conversation: conversation.id,
      content: body['content'] as string,
      message_type: incoming ? 0 : 1,
      private: body['private'] === true,
      sender: { id, name: name ?? '', type: incoming ? 'contact' : 'user' },
      created_at: this.now(),
    };
    this.tables.messages.push(made);
    this.tell(conversation.account, 'message_created', {
      ...this.#messageView(made),
      message_type: TYPES[made.message_type],
      conversation: { id: conversation.id },
      inbox: { id: conversation.inbox_id, name: 'SmarterOS' },
    });
    return made;
  }

  #messages({ asked, account, user }: Inside, conversation: Conversation): Said {
    if (asked.method === 'POST') {
      const inbox = this.tables.inboxes.find((one) => one.id === conversation.inbox_id);
      if (asked.body?.message_type === 'incoming' && inbox?.channel_type !== 'Channel::Api')
        return fail(422, 'Incoming messages are only allowed in Api inboxes');
      return ok(this.#messageView(this.#say(conversation, user, asked.body as Body)));
    }
    const before = asked.query.get('before');
    const rows = this.tables.messages.filter(
      (one) =>
        one.account === account &&
        one.conversation === conversation.id &&
        (!before || one.id < Number(before)),
    );
    return ok({ meta: {}, payload: rows.slice(-MESSAGES_PER_PAGE).map((one) => this.#messageView(one)) });
  }

  /** A user whom no platform app has made. */
  addUser({ name, email }: { name: string; email: string }): User {
    const user = {
      id: nextId(this.tables.users),
      name,
      email,
      token: newToken(),
      custom_attributes: {},
      app: null,
    };
    this.tables.users.push(user);
    return user;
  }

  /** Tells those who subscribed, as the version does it. */
  tell(account: number, event: string, body: Body, atSeconds = this.now()): void {
    for (const { url, subscriptions, secret, account: own } of this.tables.webhooks) {
      if (own !== account || !subscriptions.includes(event)) continue;
      const text = JSON.stringify({ event, ...body });
      const signed = secret && {
        'x-chatwoot-delivery': randomUUID(),
        'x-chatwoot-timestamp': String(atSeconds),
        'x-chatwoot-signature': `sha256=${createHmac('sha256', secret).update(`${atSeconds}.${text}`).digest('hex')}`,
      };
      this.deliveries.push({ url, headers: { 'content-type': 'application/json', ...signed }, body: text });
    }
  }
}
