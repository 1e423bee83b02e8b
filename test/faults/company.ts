import { operatorKey } from '#platform/secrets.ts';
import { ask } from './client.ts';
import type { Receiver } from './receiver.ts';
import type { System } from './system.ts';

export interface Company {
  readonly id: string;
  /** An API key of all scopes. */
  readonly key: string;
}

const FIRST_TAX_ID = 70_000_000;
/** Its check digit. */
const MODULUS = 11;
const WEIGHTS = [2, 3, 4, 5, 6, 7];

function taxId(n: number): string {
  const body = String(FIRST_TAX_ID + n);
  const digits = [...body].toReversed().map(Number);
  const sum = digits.reduce((total, digit, i) => total + digit * WEIGHTS[i % WEIGHTS.length]!, 0);
  return `${body}-${'0K987654321'[sum % MODULUS]!}`;
}

async function call<T>(system: System, route: string, body: object, token: string): Promise<T> {
  const answer = await ask(system.url, route, { token, body });
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${route}: ${answer.status} ${answer.problem}`);
  return answer.body as T;
}

/** Company number `n`, made as an operator does it. */
export async function createCompany(system: System, n: number): Promise<Company> {
  const operator = operatorKey(system.home);
  const company = { taxId: taxId(n), name: `Faults ${n}` };
  const { id, slug } = await call<{ id: string; slug: string }>(system, 'POST /tenants', company, operator);
  const entry = { tenant: slug, reason: 'faults' };
  const { token } = await call<{ token: string }>(system, 'POST /grants', entry, operator);
  const wanted = { name: 'faults', scopes: ['*'] };
  const { key } = await call<{ key: string }>(system, 'POST /keys', wanted, token);
  return { id, key };
}

/** All that happens in a company from here on is sent to `receiver`. */
export async function addWebhook(system: System, { id, key }: Company, receiver: Receiver): Promise<void> {
  const wanted = { url: receiver.urlOf(id), events: ['*'] };
  const { secret, position } = await call<{ secret: string; position: number }>(
    system,
    'POST /webhooks',
    wanted,
    key,
  );
  receiver.expect(id, secret, position);
}
