import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { addPerson, type NewPerson, type TestPerson } from '#test/harness/people.ts';

type Tenant = Awaited<ReturnType<TestApi['tenant']>>;
type Ask = (
  route: string,
  by?: string | TestPerson,
  body?: object,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** A company with two owners and an admin, and whoever else a test brings in. */
export interface World {
  readonly t: TestApi;
  readonly company: Tenant;
  readonly owner: TestPerson;
  readonly partner: TestPerson;
  readonly admin: TestPerson;
  readonly ask: Ask;
  /** Somebody new, in this company as that. */
  readonly member: (role: string, more?: NewPerson & { roleId?: string }) => Promise<TestPerson>;
  stop(): Promise<void>;
}

export const askOf =
  (t: TestApi): Ask =>
  (route, by, body, headers) => {
    const token = typeof by === 'string' ? by : by?.token;
    return t.request(route, {
      ...(token !== undefined && { token }),
      ...(body && { body }),
      ...(headers && { headers }),
    });
  };

export async function createWorld(options: Parameters<typeof createTestApi>[0] = {}): Promise<World> {
  const t = await createTestApi(options);
  const company = await t.tenant();
  const member: World['member'] = (role, { roleId, ...more } = {}) =>
    addPerson(t, { ...more, in: [{ tenantId: company.id, role, ...(roleId !== undefined && { roleId }) }] });
  return {
    t,
    company,
    owner: await member('owner', { name: 'Olga' }),
    partner: await member('owner', { name: 'Pablo' }),
    admin: await member('admin', { name: 'Ana' }),
    ask: askOf(t),
    member,
    stop: () => t.stop(),
  };
}

/** What the tests compare of a refusal. */
export const ended = ({ status, body }: Answer): string => `${status} ${body.code ?? ''}`.trim();
