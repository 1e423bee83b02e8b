import assert from 'node:assert/strict';
import { freshTaxId, type TestApi } from './api.ts';

/** One more row in each list of data protection, about that contact, and one more company about to be deleted. */
export async function fillRegisters(t: TestApi, token: string, contactId: string): Promise<void> {
  for (const name of ['consents.record', 'privacy.request', 'breaches.record', 'holds.create']) {
    const { operation, method, path } = t.api.kernel.catalogue.find(name)!;
    const example = operation.examples[0]!.input as object;
    const body = 'contactId' in example ? { ...example, contactId } : example;
    const answer = await t.request(`${method} ${path}`, { token, body });
    assert.ok(answer.status < 300, `${name}: ${JSON.stringify(answer.body)}`);
  }
  const operator = { token: t.operatorKey };
  const company = { taxId: freshTaxId(), name: 'Cerrada' };
  const { id } = (await t.request('POST /tenants', { ...operator, body: company })).body;
  assert.equal((await t.request(`DELETE /tenants/${id}`, operator)).status, 200);
}
