import { login } from '#test/engines/login.ts';
import type { LaunchCtx, Member } from '#core/engine-people.ts';
import type { StepCtx } from '#core/engine.ts';
import { createEngineCalls } from '#platform/engines/call.ts';
import type { Company, EngineWorld } from '#test/engines/world.ts';
import type { Subject } from './contract.ts';

export const ana: Member = {
  ugid: '7f2c1d9e-4b3a-4c5d-8e6f-0a1b2c3d4e5f',
  name: 'Ana Pérez',
  phone: '+56987654321',
  email: 'ana@example.cl',
  login: 'ana@example.cl',
  role: 'owner',
  language: 'es',
};

/** A step's way into a company's n8n, for what no operation reaches yet. */
export async function stepCtx(
  world: EngineWorld,
  company: Company,
  { url, credentials, version }: Subject,
  shared: boolean,
): Promise<LaunchCtx> {
  const { clock } = world;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const row = await world.row(company, 'n8n');
  const tenant = { id: company.id, slug: company.slug } as StepCtx['tenant'];
  const link = {
    instanceId: clock.id(),
    url,
    trusted: true,
    shared,
    version,
    settings: {},
    credentials,
    state: row['state'] as Record<string, unknown>,
    secrets: {},
  };
  const options = {
    link,
    tenant,
    requestId: 'x',
    changes: true,
    signal: new AbortController().signal,
    clock,
    log,
  };
  const { ctx } = createEngineCalls().open(options);
  return {
    ...ctx,
    company: { ...company, name: 'X', country: 'CL', taxId: 'x', language: 'es' },
    hookUrl: 'https://api.example.cl/hooks',
    publicUrl: 'https://api.example.cl',
    ...login,
    random: () => 'x',
  };
}
