import { randomBytes } from 'node:crypto';
import type { Asked, Said } from '#test/engines/stand-in.ts';
import { Database } from './database.ts';
import { accessDenied, OdooFault, userError } from './fault.ts';
import { run, type Called } from './methods.ts';
import type { Version } from './models.ts';
import { buttons, NO_SESSION, signIn } from './sign-in.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const JSON_TYPE = /^application\/json\b/;
const page = (status: number, title: string, more: Record<string, string> = {}): Said => ({
  status,
  headers: { ...HTML, ...more },
  body: `<!DOCTYPE html>\n<title>${title}</title>\n<h1>${title}</h1>\n`,
});
/** What positions of arguments are called. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  create: ['vals_list'],
  write: ['vals'],
  search: ['domain'],
  search_count: ['domain'],
};
const RPC: ReadonlySet<string> = new Set([
  '/jsonrpc',
  '/web/webclient/version_info',
  '/web/session/authenticate',
  '/web/session/get_session_info',
]);
const ON_RECORDS = new Set(['write', 'unlink', 'read', 'button_immediate_install']);

/** An Odoo of one version, over HTTP as shared/facts/engines.md §2 says. */
export class OdooServer {
  readonly version: Version;
  readonly masterPassword: string;
  readonly databases = new Map<string, Database>();
  readonly #sessions = new Map<string, { db: string; uid: number; proved: boolean }>();
  /** Whether its settings load auth_oauth for browsers without a database. */
  serverWide = true;
  /** Calls of JSON-2 and of JSON-RPC, to tell which was used. */
  readonly seen: string[] = [];

  constructor(version: Version, masterPassword: string) {
    this.version = version;
    this.masterPassword = masterPassword;
  }

  answer(asked: Asked): Said | Promise<Said> {
    const { path } = asked;
    if (path === '/auth_oauth/signin') {
      const known = this.#sessionOf(asked) ?? this.databases.size === 1;
      if (!known && !this.serverWide) return page(404, '404 Not Found');
      return asked.query.size === 0 ? page(200, '') : this.#signIn(asked);
    }
    if (path.startsWith('/json/2/')) return this.#json2(asked);
    const asks = asked.query.get('db') ?? '';
    const chosen = path === '/web/login' ? this.databases.get(asks) : undefined;
    if (chosen) return { ...page(200, ''), body: buttons(chosen, asks, `http://${asked.headers.host}`) };
    if (path === '/web/health') return { status: 200, body: { status: 'pass' } };
    if (!RPC.has(path) && !path.startsWith('/web/dataset/call_kw/')) return page(404, '404 Not Found');
    if (asked.body === undefined) return { ...page(400, '400 Bad Request'), body: 'Invalid JSON data' };
    try {
      return this.#envelope(asked);
    } catch (error) {
      if (!(error instanceof OdooFault)) throw error;
      const { name, message } = error;
      const data = {
        name,
        message,
        arguments: [message],
        context: {},
        debug: 'Traceback (most recent call last):\n  File "/usr/lib/odoo/http.py", line 1\n',
      };
      const code = this.version >= 19 ? 0 : 200;
      return {
        status: 200,
        body: { jsonrpc: '2.0', id: 1, error: { code, message: 'Odoo Server Error', data } },
      };
    }
  }

  async #signIn(asked: Asked): Promise<Said> {
    const { location, came } = await signIn(asked, (name) => this.databases.get(name));
    if (location === undefined) return page(400, '400 Bad Request');
    const id = randomBytes(8).toString('hex');
    if (came) this.#sessions.set(id, { ...came, proved: false });
    const cookie = came && { 'set-cookie': `session_id=${id}; Path=/; HttpOnly` };
    return page(303, 'Redirecting...', { location, ...cookie });
  }

  #sessionOf({ headers }: Asked) {
    return this.#sessions.get(/session_id=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? '');
  }

  #envelope(asked: Asked): Said {
    const { path, body } = asked;
    const params = body.params ?? {};
    const say = (result: unknown, more = {}): Said => ({
      status: 200,
      headers: more,
      body: { jsonrpc: '2.0', id: 1, result },
    });
    if (path === '/web/webclient/version_info')
      return say({
        server_version: `${this.version}.0`,
        server_version_info: [this.version, 0, 0, 'final', 0, ''],
      });
    if (path === '/web/session/authenticate') {
      const uid = this.#userOf(params.db, params.login, params.password);
      if (uid === false) throw accessDenied();
      const id = randomBytes(8).toString('hex');
      this.#sessions.set(id, { db: params.db, uid, proved: false });
      return say({ uid }, { 'set-cookie': `session_id=${id}; Path=/; HttpOnly` });
    }
    const session = this.#sessionOf(asked);
    if (path === '/web/session/get_session_info') {
      if (!session) throw NO_SESSION;
      return say({ uid: session.uid, db: session.db });
    }
    if (path.startsWith('/web/dataset/call_kw/')) {
      if (!session) return page(404, '404 Not Found');
      return say(this.#web(session, params));
    }
    return say(this.#rpc(params));
  }

  /** What the web client does to make a key; the password has to be said again. */
  #web(
    session: { db: string; uid: number; proved: boolean },
    { model, method, kwargs }: { model: string; method: string; kwargs: { context: { password?: string } } },
  ): unknown {
    const database = this.databases.get(session.db)!;
    const key = (): unknown => {
      const made = randomBytes(20).toString('hex');
      database.keys.set(made, session.uid);
      return { res_model: 'res.users.apikeys.show', context: { default_key: made } };
    };
    switch (`${model}.${method}`) {
      case 'res.users.apikeys.description.create':
        return [1];
      case 'res.users.apikeys.description.make_key':
        return session.proved ? key() : { res_model: 'res.users.identitycheck', res_id: 1 };
      case 'res.users.identitycheck.run_check':
        if (database.row('res.users', session.uid)!['password'] !== kwargs.context.password)
          throw userError('Incorrect Password');
        session.proved = true;
        return key();
      default:
        throw userError(`not here: ${model}.${method}`);
    }
  }

  #open(name: string): Database {
    const found = this.databases.get(name);
    if (!found)
      throw new OdooFault(
        'psycopg2.OperationalError',
        `connection to server at "db.internal", port 5432 failed: FATAL:  database "${name}" does not exist\n`,
        500,
      );
    return found;
  }

  #userOf(name: string, login: string, secret: string): number | false {
    const database = this.#open(name);
    const row = [...database.table('res.users').values()].find((one) => one['login'] === login);
    if (!row || row['active'] !== true) return false;
    const opens = row['password'] === secret || database.keys.get(secret) === row.id;
    // Who came in by a ticket has it for a password from then on.
    const leftOver = this.version < 18 && row['oauth_access_token'] === secret;
    return opens || leftOver ? row.id : false;
  }

  #rpc({ service, method, args }: { service: string; method: string; args: unknown[] }): unknown {
    if (service === 'common' && method === 'authenticate')
      return this.#userOf(...(args as [string, string, string]));
    if (service === 'db') return this.#db(method, args as string[]);
    const [db, uid, secret, model, called, position, kwargs] = args as [
      string,
      number,
      string,
      string,
      string,
      unknown[],
      Record<string, unknown>,
    ];
    const login = this.#open(db).row('res.users', uid)?.['login'];
    if (this.#userOf(db, login as string, secret) !== uid) throw accessDenied();
    this.seen.push(`jsonrpc ${model}.${called}`);
    const rest = [...position];
    const ids = ON_RECORDS.has(called) ? (rest.shift() as number[]) : [];
    const named = Object.fromEntries(
      rest.map((value, index) => [NAMES[called]?.[index] ?? `arg${index}`, value]),
    );
    return this.#run(db, uid, { model, method: called, ids, named: { ...named, ...kwargs } });
  }

  #db(method: string, args: string[]): unknown {
    if (method === 'list') return [...this.databases.keys()];
    if (method === 'db_exist') return this.databases.has(args[0]!);
    const [master, name = '', second = ''] = args;
    if (master !== this.masterPassword) throw accessDenied();
    switch (method) {
      case 'migrate_databases':
        return true;
      case 'create_database': {
        const [, , , lang, password, login] = args as unknown as [
          string,
          string,
          boolean,
          string,
          string,
          string,
        ];
        this.databases.set(name, Database.fresh(this.version, login, password, lang));
        return true;
      }
      case 'duplicate_database':
        this.databases.set(second, this.#open(name).copy());
        return true;
      case 'drop':
        return this.databases.delete(name);
      default:
        throw new OdooFault('builtins.KeyError', method, 500);
    }
  }

  #run(db: string, uid: number, called: Called): unknown {
    const database = this.#open(db);
    // One transaction: what fails has changed nothing.
    const before = structuredClone(database.tables);
    try {
      return run(database, uid, called);
    } catch (error) {
      database.tables = before;
      throw error;
    }
  }

  #json2({ path, method, headers, body }: Asked): Said {
    if (this.version === 18) return page(303, 'Redirecting...', { location: '/web/login' });
    if (this.version < 18) return page(404, '404 Not Found');
    const header = headers['x-odoo-database'] as string | undefined;
    const db = header ?? (this.databases.size === 1 ? [...this.databases.keys()][0] : undefined);
    if (db === undefined || !this.databases.has(db)) return page(404, '404 Not Found');
    if (!JSON_TYPE.test(headers['content-type'] ?? '')) return page(415, '415 Unsupported Media Type');
    const fail = (status: number, name: string, message: string): Said => ({
      status,
      body: {
        name,
        message,
        arguments: [message],
        context: {},
        debug: 'Traceback (most recent call last):\n  File "/usr/lib/odoo/http.py"',
      },
    });
    if (method !== 'POST') return fail(404, 'werkzeug.exceptions.NotFound', 'Did you mean POST?');
    const uid = this.databases
      .get(db)!
      .keys.get(/^bearer (\w+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    const user = uid === undefined ? undefined : this.databases.get(db)!.row('res.users', uid);
    if (user?.['active'] !== true) return fail(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey');
    if (body === undefined)
      return fail(400, 'werkzeug.exceptions.BadRequest', 'could not parse the body as json');
    const [, , , model = '', called = ''] = path.split('/');
    this.seen.push(`json2 ${model}.${called}`);
    const { ids = [], ...named } = body as { ids?: number[] };
    try {
      return {
        status: 200,
        body: JSON.stringify(this.#run(db, uid!, { model, method: called, ids, named })),
        headers: { 'content-type': 'application/json; charset=utf-8' },
      };
    } catch (error) {
      if (!(error instanceof OdooFault)) throw error;
      const missing = error.name === 'builtins.AttributeError' || error.message.startsWith('Object ');
      return fail(error.status, missing ? 'werkzeug.exceptions.NotFound' : error.name, error.message);
    }
  }
}
