import type { LaunchCtx } from '#core/engine-people.ts';
import { login } from '#test/engines/login.ts';
import { randomBytes } from 'node:crypto';
import type { EngineRequest, Link, Provisioner, Secrets, State } from '#core/engine.ts';
import { connector } from '#engines/chatwoot/connector.ts';
import { systemClock } from '#platform/clock.ts';
import { createEngineCalls } from '#platform/engines/call.ts';
import { freshTaxId } from '#test/harness/api.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { ChatwootServer } from './server.ts';

/** Somebody pulled the plug. */
export class Killed extends Error {}

/** When a process dies: with its n-th request still to be sent, or sent and not answered. */
export interface Death {
  readonly at: number;
  readonly sent: boolean;
}

const log = { debug() {}, info() {}, warn() {}, error() {} };

export interface Played {
  readonly server: ChatwootServer;
  readonly url: string;
}

export async function play(version?: string): Promise<Played> {
  const server = new ChatwootServer(version);
  return { server, url: await openStandIn((asked) => server.answer(asked)) };
}

/** A company with what is kept of it, without database and reconciler: steps one after the other, as the reconciler does them. */
export class TestCompany {
  readonly id = systemClock.id();
  name: string;
  state: State = {};
  secrets: Secrets = {};
  credentials: Secrets;
  settings: State = {};
  shared = true;
  hookUrl: string;
  requests = 0;
  readonly #url: string;
  readonly #calls = createEngineCalls();

  constructor({ server, url }: Played, name = 'Almacén Sur') {
    this.#url = url;
    this.name = name;
    this.credentials = { platformToken: server.platformToken };
    this.hookUrl = `https://api.example.cl/hooks/chatwoot/${this.id}`;
  }

  get link(): Link {
    return {
      instanceId: this.id,
      url: this.#url,
      trusted: true,
      shared: this.shared,
      version: null,
      settings: this.settings,
      credentials: this.credentials,
      state: this.state,
      secrets: this.secrets,
    };
  }

  ctx(death?: Death): LaunchCtx {
    const tenant = { id: this.id, slug: this.id, country: 'CL' };
    const { ctx } = this.#calls.open({
      link: this.link,
      tenant,
      requestId: 'test',
      changes: true,
      signal: new AbortController().signal,
      clock: systemClock,
      log,
    });
    const http = async (request: EngineRequest) => {
      this.requests += 1;
      const dies = death?.at === this.requests;
      if (dies && !death.sent) throw new Killed();
      const answer = await ctx.http(request);
      if (dies) throw new Killed();
      return answer;
    };
    return {
      ...ctx,
      http,
      company: {
        id: this.id,
        slug: this.id,
        name: this.name,
        country: 'CL',
        taxId: freshTaxId(),
        language: 'es',
      },
      hookUrl: this.hookUrl,
      publicUrl: 'https://api.example.cl',
      ...login,
      random: (bytes = 32) => randomBytes(bytes).toString('base64url'),
    };
  }

  /** @returns the names of the steps that had something to do */
  async converge(
    wanted: keyof Pick<Provisioner, 'present' | 'suspended' | 'absent'> = 'present',
    death?: Death,
  ) {
    const done: string[] = [];
    this.requests = 0;
    for (const step of connector.provisioner![wanted]) {
      let found = await step.observe(this.ctx(death));
      if (!found) {
        done.push(step.name);
        found = await step.apply(this.ctx(death));
      }
      this.state = { ...this.state, ...found.state };
      const secrets = { ...this.secrets, ...found.secrets };
      this.secrets = Object.fromEntries(
        Object.entries(secrets).filter((entry): entry is [string, string] => entry[1] !== null),
      );
    }
    return done;
  }
}
