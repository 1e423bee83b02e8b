import { login } from '#test/engines/login.ts';
import { randomBytes } from 'node:crypto';
import type { Back, Launch, LaunchCtx, Member } from '#core/engine-people.ts';
import type { Company, Link, Secrets, State } from '#core/engine.ts';
import { AppError, type ErrorCode } from '#core/errors.ts';
import { odooOperations } from '#engines/odoo/catalogue.ts';
import { odoo } from '#engines/odoo/index.ts';
import { systemClock } from '#platform/clock.ts';
import { createEngineCalls } from '#platform/engines/call.ts';

const connector = odoo.connector!;
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const CALL_MS = 60_000;
const calls = createEngineCalls();

// oxlint-disable-next-line typescript/no-explicit-any -- what Odoo answers has any shape
type Any = any;

export interface Instance {
  readonly url: string;
  readonly shared: boolean;
  readonly credentials: Secrets;
  readonly settings: State;
}

/** A company in an instance of Odoo, as kernel and reconciler treat it, without either. */
export class OdooCompany {
  readonly company: Company;
  state: State = {};
  secrets: Record<string, string> = {};
  version: string | null = null;
  #instance: Instance;
  readonly #publicUrl: string;
  readonly #id = systemClock.id();
  /** Steps that had to be done. */
  readonly done: string[] = [];

  constructor(instance: Instance, company: Partial<Company> = {}, publicUrl = 'https://api.example.cl') {
    this.#publicUrl = publicUrl;
    this.#instance = instance;
    const slug = company.slug ?? `c${randomBytes(4).toString('hex')}`;
    this.company = {
      id: systemClock.id(),
      slug,
      name: `Almacén ${slug}`,
      country: 'CL',
      taxId: '76086428-5',
      language: 'es',
      ...company,
    };
  }

  ctx(changes = true, timeoutMs = CALL_MS): LaunchCtx {
    const { id, slug, country } = this.company;
    const link: Link = {
      instanceId: this.#id,
      trusted: true,
      version: this.version,
      state: this.state,
      secrets: this.secrets,
      ...this.#instance,
    };
    const { ctx } = calls.open({
      link,
      tenant: { id, slug, country },
      requestId: 'test',
      changes,
      timeoutMs,
      signal: new AbortController().signal,
      clock: systemClock,
      log: silent,
    });
    return {
      ...ctx,
      company: this.company,
      hookUrl: 'https://api.example.cl/hooks/odoo/x',
      publicUrl: 'https://api.example.cl',
      ...login,
      login: {
        clientId: id,
        page: `${this.#publicUrl}/login/engines/odoo/${slug}`,
        userinfo: `${this.#publicUrl}/login/engines/odoo/${id}/userinfo`,
      },
      random: (bytes = 32) => randomBytes(bytes).toString('base64url'),
    };
  }

  async discover(): Promise<readonly string[]> {
    const { version, capabilities, settings } = await connector.discover(this.ctx(false));
    this.version = version;
    this.#instance = { ...this.#instance, settings: { ...this.#instance.settings, ...settings } };
    return capabilities;
  }

  /** As the reconciler does it; `crash` after a step was done, before anybody kept what it found. */
  async reach(wanted: 'present' | 'suspended' | 'absent', crash?: string): Promise<void> {
    for (const step of connector.provisioner![wanted]) {
      let found = await step.observe(this.ctx(false, 15_000));
      if (!found) {
        this.done.push(step.name);
        found = await step.apply(this.ctx(true, step.timeoutMs ?? 30_000));
        if (step.name === crash) throw new Error(`crashed after ${crash}`);
      }
      this.state = { ...this.state, ...found.state };
      for (const [name, value] of Object.entries(found.secrets ?? {}))
        if (value === null) delete this.secrets[name];
        else this.secrets[name] = value;
    }
    if (wanted === 'absent') this.state = {};
  }

  /** What an operation answers, its input checked as at the door. */
  async run(name: string, input: object): Promise<Any> {
    const operation = odooOperations.find((one) => one.name === `odoo.${name}`)!;
    return operation.outside!.run(
      this.ctx(operation.effect !== 'read'),
      operation.input.parse(input) as never,
    );
  }

  /** The error of an operation: its code and words. */
  async refused(name: string, input: object): Promise<{ code: ErrorCode; words: string }> {
    try {
      await this.run(name, input);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { code: error.code, words: error.options.detail?.en ?? '' };
    }
    throw new Error(`odoo.${name} went through`);
  }

  async codeOf(name: string, input: object): Promise<ErrorCode> {
    return (await this.refused(name, input)).code;
  }

  put(member: Partial<Member>, known: string | null = null): Promise<string | null> {
    return connector.people!.put(this.ctx(), wholeMember(member), known);
  }

  launch(member: Partial<Member>, id: string | null): Promise<Launch> {
    return connector.people!.launch!(this.ctx(), wholeMember(member), id);
  }

  enter(member: Partial<Member>, id: string | null, back: Back): Promise<Launch> {
    return connector.people!.enter!(this.ctx(), wholeMember(member), id, back);
  }

  disable(id: string): Promise<void> {
    return connector.people!.disable(this.ctx(), id);
  }
}

function wholeMember(member: Partial<Member>): Member {
  const ugid = member.ugid ?? systemClock.id();
  return {
    ugid,
    name: 'Pedro Rojas',
    phone: '+56955550003',
    email: null,
    login: `${ugid}@people.example.cl`,
    role: 'member',
    language: 'es',
    ...member,
  };
}
