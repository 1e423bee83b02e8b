import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nExecution, N8nWorkflow } from '#engines/n8n/shapes.ts';
import type { Asked, Said } from '#test/engines/stand-in.ts';
import { runWorkflow, webhookNode } from './runs.ts';

const STARTING = 'n8n is starting up. Please wait';
const AT = '2026-03-01T12:00:00.000Z';
const STATUSES = ['canceled', 'error', 'running', 'success', 'waiting'];
const READ_ONLY = ['id', 'active', 'createdAt', 'updatedAt', 'tags', 'versionId', 'triggerCount'];
const ALLOWED = ['name', 'nodes', 'connections', 'settings', 'staticData'];
/** 2.41 answers before it has switched. */
const SWITCH_MS = 120;

const fail = (status: number, message: string): Said => ({ status, body: { message } });
const ok = (body: unknown, status = 200): Said => ({ status, body });

interface User {
  readonly id: string;
  readonly email: string;
  readonly isPending: boolean;
}

export interface N8nSeed {
  readonly workflows: readonly N8nWorkflow[];
  readonly executions: readonly N8nExecution[];
}

/** n8n as facts/engines.md says, and as 1.121.3 was seen to answer. */
export class N8nServer {
  readonly key: string;
  readonly version: string;
  workflows: N8nWorkflow[] = [];
  executions: N8nExecution[] = [];
  users: User[] = [];
  /** Anything but `well` ails all of it. */
  mood: 'well' | 'starting' | 'html' | 'broken' = 'well';
  #nextId: () => string;
  readonly #listening = new Set<string>();

  constructor(options: { key?: string; version?: string; nextId?: () => string } = {}) {
    this.key = options.key ?? 'key-of-n8n';
    this.version = options.version ?? '1.121.3';
    this.#nextId = options.nextId ?? (() => randomUUID().replaceAll('-', '').slice(0, 16));
  }

  reset(seed: N8nSeed): void {
    this.workflows = seed.workflows.map((one) => ({ ...one }));
    this.executions = [...seed.executions];
    this.users = [];
    this.#listening.clear();
    for (const { id, active } of this.workflows) if (active) this.#listening.add(id);
  }

  get #late(): boolean {
    return this.version.startsWith('2.4');
  }

  answer(asked: Asked): Said {
    const { path, headers } = asked;
    if (this.mood === 'starting')
      return { status: 200, headers: { 'content-type': 'text/html' }, body: STARTING };
    if (this.mood === 'html')
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html>Welcome to nginx!</html>',
      };
    if (this.mood === 'broken') return { status: 500, body: { message: 'Internal Server Error' } };
    if (path === '/healthz') return ok({ status: 'ok' });
    if (path === '/rest/settings')
      return ok({ data: this.version.startsWith('1.') ? { versionCli: this.version } : {} });
    if (path.startsWith('/webhook/')) return this.#webhook(asked);
    if (!path.startsWith('/api/v1/'))
      return { status: 404, headers: { 'content-type': 'text/html' }, body: 'Cannot' };
    const key = headers['x-n8n-api-key'];
    if (key === undefined) return fail(401, "'X-N8N-API-KEY' header required");
    if (key !== this.key) return fail(401, 'unauthorized');
    return this.#api(asked, path.slice('/api/v1/'.length).split('/').map(decodeURIComponent));
  }

  #api(asked: Asked, [noun, id, verb]: string[]): Said {
    const { method } = asked;
    if (noun === 'variables' || noun === 'projects')
      return fail(
        403,
        `Your license does not allow for feat:${noun}. To enable feat:${noun}, please upgrade`,
      );
    if (noun === 'workflows' && id === undefined)
      return method === 'POST' ? this.#create(asked) : this.#list(asked);
    if (noun === 'workflows') return this.#workflow(asked, id!, verb);
    if (noun === 'executions' && id === undefined) return this.#runs(asked);
    if (noun === 'executions') {
      const run = this.executions.find((one) => String(one.id) === id);
      if (!run) return fail(404, 'Not Found');
      const { data, ...row } = run;
      return ok(asked.query.get('includeData') === 'true' ? { ...row, data } : row);
    }
    if (noun === 'users') return this.#user(asked, id);
    return fail(404, 'Not Found');
  }

  /** Cursors are numbers here; nobody may look into them. */
  #page(rows: readonly object[], { query }: Asked): Said {
    const limit = Number(query.get('limit') ?? 100);
    if (limit > 250) return fail(400, 'request/query/limit must be <= 250');
    const cursor = query.get('cursor');
    const from = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64').toString().slice(1));
    if (!Number.isInteger(from)) return fail(400, 'An invalid cursor was provided');
    const next = from + limit < rows.length ? Buffer.from(`c${from + limit}`).toString('base64') : null;
    return ok({ data: rows.slice(from, from + limit), nextCursor: next });
  }

  #list(asked: Asked): Said {
    const { query } = asked;
    const [active, name, tags] = ['active', 'name', 'tags'].map((one) => query.get(one));
    const rows = this.workflows.filter(
      (one) =>
        (!active || String(one.active) === active) &&
        (!name || one.name.includes(name)) &&
        (!tags || one.tags?.some((tag) => tags.split(',').includes(tag.name))),
    );
    return this.#page(
      rows.map((one) => this.#dressed(one)),
      asked,
    );
  }

  #runs(asked: Asked): Said {
    const { query } = asked;
    const [workflowId, status] = ['workflowId', 'status'].map((one) => query.get(one));
    if (status && !STATUSES.includes(status))
      return fail(
        400,
        `request/query/status must be equal to one of the allowed values: ${STATUSES.join(', ')}`,
      );
    const rows = this.executions
      .filter((one) => (!workflowId || one.workflowId === workflowId) && (!status || one.status === status))
      .toSorted((a, b) => Number(b.id) - Number(a.id));
    const whole = query.get('includeData') === 'true';
    return this.#page(whole ? rows : rows.map((row) => ({ ...row, data: undefined })), asked);
  }

  #draft({ body }: Asked): Said | undefined {
    for (const name of ['name', 'nodes', 'connections', 'settings'])
      if (body?.[name] === undefined) return fail(400, `request/body must have required property '${name}'`);
    for (const name of Object.keys(body as object)) {
      if (READ_ONLY.includes(name)) return fail(400, `request/body/${name} is read-only`);
      if (!ALLOWED.includes(name)) return fail(400, 'request/body must NOT have additional properties');
    }
    return undefined;
  }

  #create(asked: Asked): Said {
    const wrong = this.#draft(asked);
    if (wrong) return wrong;
    const made = {
      ...asked.body,
      id: this.#nextId(),
      active: false,
      createdAt: AT,
      updatedAt: AT,
    } as N8nWorkflow;
    this.workflows.push(made);
    return ok(this.#dressed(made));
  }

  #dressed(one: N8nWorkflow): object {
    const shared = [{ role: 'workflow:owner', workflowId: one.id, projectId: 'ProjectOfTheOwner' }];
    const newer = { activeVersionId: one.active ? 'v' : null, nodeGroups: [], sourceWorkflowId: null };
    return { isArchived: false, tags: [], shared, ...one, ...(this.version.startsWith('2') && newer) };
  }

  #workflow(asked: Asked, id: string, verb: string | undefined): Said {
    const index = this.workflows.findIndex((one) => one.id === id);
    const found = this.workflows[index];
    if (!found) return fail(404, 'Not Found');
    if (verb === 'activate' || verb === 'deactivate') return this.#switch(index, verb === 'activate');
    switch (asked.method) {
      case 'DELETE':
        this.workflows.splice(index, 1);
        this.#listening.delete(id);
        return ok(this.#dressed(found));
      case 'PUT': {
        const wrong = this.#draft(asked);
        if (wrong) return wrong;
        this.workflows[index] = { ...found, ...asked.body };
        return ok(this.#dressed(this.workflows[index]!));
      }
      default:
        return ok(this.#dressed(found));
    }
  }

  #switch(index: number, active: boolean): Said {
    const found = this.workflows[index]!;
    const triggers = (found.nodes ?? []).some(({ type }) => /webhook$|trigger$/i.test(type));
    if (active && !triggers) return fail(400, 'Workflow cannot be activated because it has no trigger node.');
    this.workflows[index] = { ...found, active };
    const settle = (): void =>
      void (active ? this.#listening.add(found.id) : this.#listening.delete(found.id));
    if (this.#late) void sleep(SWITCH_MS).then(settle);
    else settle();
    return ok(this.#dressed(this.workflows[index]));
  }

  #user({ method, body, query }: Asked, id: string | undefined): Said {
    const known = this.users.find((one) => one.id === id || one.email === id);
    if (method === 'POST') return this.#invite(body as { email: string; role: string }[]);
    if (!/^[\da-f-]{36}$|@/.test(id ?? ''))
      return fail(400, 'request/params/id must match format "identifier"');
    if (!known) return fail(404, `Could not find user with id: ${id}`);
    if (method === 'DELETE') {
      for (const name of query.keys()) return fail(400, `Unknown query parameter '${name}'`);
      this.workflows = this.workflows.filter((one) => !JSON.stringify(one).includes(known.id));
      this.users = this.users.filter((one) => one !== known);
      return { status: 204 };
    }
    return ok(known);
  }

  #invite(all: readonly { email: string; role: string }[]): Said {
    if (all.some(({ role }) => role === 'global:admin'))
      return fail(
        400,
        'Cannot invite admin user without advanced permissions. Please upgrade to a license that includes this feature.',
      );
    const invited = all.map(({ email }) => {
      const user = this.users.find((one) => one.email === email) ?? {
        id: randomUUID(),
        email,
        isPending: true,
      };
      if (!this.users.includes(user)) this.users.push(user);
      const inviteAcceptUrl = `http://127.0.0.1/signup?inviterId=1&inviteeId=${user.id}`;
      return {
        user: { id: user.id, email, emailSent: false, role: 'global:member', inviteAcceptUrl },
        error: '',
      };
    });
    return ok(invited, 201);
  }

  #webhook(asked: Asked): Said {
    const path = asked.path.slice('/webhook/'.length);
    const found = this.workflows.find(
      (one) => this.#listening.has(one.id) && webhookNode(one)?.parameters?.['path'] === path,
    );
    const refuse = (message: string): Said => ({ status: 404, body: { code: 404, message, hint: '' } });
    if (!found) return refuse(`The requested webhook "${asked.method} ${path}" is not registered.`);
    const node = webhookNode(found)!;
    const verb = (node.parameters?.['httpMethod'] as string | undefined) ?? 'GET';
    if (asked.method !== verb)
      return refuse(
        `This webhook is not registered for ${asked.method} requests. Did you mean to make a ${verb} request?`,
      );
    if (node.parameters?.['authentication'] === 'headerAuth' && asked.headers['x-hub'] !== 'of the hub')
      return { status: 403, headers: { 'content-type': 'text/html' }, body: 'Authorization data is wrong!' };
    const id = String(Math.max(100, ...this.executions.map((one) => Number(one.id))) + 1);
    const { said, status, data } = runWorkflow(found, asked, id);
    this.executions.push({
      id,
      workflowId: found.id,
      finished: status === 'success',
      mode: 'webhook',
      status,
      startedAt: AT,
      stoppedAt: AT,
      data,
    });
    return said;
  }
}
