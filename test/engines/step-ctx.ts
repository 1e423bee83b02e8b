import { login } from '#test/engines/login.ts';
import type { Secrets, State } from '#core/engine.ts';
import type { LaunchCtx, Member } from '#core/engine-people.ts';
import { createEngineCalls } from '#platform/engines/call.ts';
import type { Company, EngineWorld } from './world.ts';

interface Instance {
  readonly engine: string;
  readonly url: string;
  readonly credentials: Secrets;
  readonly settings?: State;
  /** The company's own unless said otherwise. */
  readonly shared?: boolean;
  /** Of the company, instead of what its provisioning kept. */
  readonly state?: State;
}

/** A step's way into a company's engine, for tests of what no operation reaches. */
export async function stepCtxFor(world: EngineWorld, company: Company, of: Instance): Promise<LaunchCtx> {
  const { clock } = world;
  const state = of.state ?? ((await world.row(company, of.engine))['state'] as State);
  const { ctx } = createEngineCalls().open({
    link: {
      instanceId: clock.id(),
      url: of.url,
      trusted: true,
      shared: of.shared ?? false,
      version: null,
      settings: of.settings ?? {},
      credentials: of.credentials,
      state,
      secrets: {},
    },
    tenant: { id: company.id, slug: company.slug, country: 'CL' },
    requestId: 'x',
    changes: true,
    signal: new AbortController().signal,
    clock,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return {
    ...ctx,
    company: { ...company, name: 'X', country: 'CL', taxId: 'x', language: 'es' },
    hookUrl: 'https://api.example.cl/hooks',
    publicUrl: 'https://api.example.cl',
    ...login,
    random: () => 'x',
  };
}

export const member = (name: string, ugid: string, more: Partial<Member> = {}): Member => ({
  ugid,
  name,
  phone: null,
  email: `${name.split(' ')[0]!.toLowerCase()}@example.cl`,
  login: `${name.split(' ')[0]!.toLowerCase()}@example.cl`,
  role: 'member',
  language: 'es',
  ...more,
});
