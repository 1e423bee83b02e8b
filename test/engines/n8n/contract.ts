import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engineWay } from '#app/engines.ts';
import type { Secrets } from '#core/engine.ts';
import { n8n } from '#engines/n8n/index.ts';
import { people } from '#engines/n8n/people.ts';
import { until } from '#test/jobs/company.ts';
import { ana as person, stepCtx } from './people.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';

/** An n8n that the contract is held against. */
export interface Subject {
  readonly url: string;
  readonly version: string;
  readonly credentials: Secrets;
  stop(): Promise<void>;
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

const webhook = (path: string, more: object = {}) => ({
  id: 'webhook',
  name: 'Webhook',
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2,
  position: [0, 0],
  webhookId: path,
  parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {}, ...more },
});
const link = (from: string, to: string) => ({ [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } });
const SET = {
  id: 'set',
  name: 'Set',
  type: 'n8n-nodes-base.set',
  typeVersion: 3.4,
  position: [200, 0],
  parameters: {
    assignments: {
      assignments: [
        { id: 'a', name: 'pedido', type: 'string', value: '={{ $json.body.pedido }}' },
        { id: 'b', name: 'recibido', type: 'boolean', value: true },
      ],
    },
    options: {},
  },
};
const STOP = {
  id: 'stop',
  name: 'Stop',
  type: 'n8n-nodes-base.stopAndError',
  typeVersion: 1,
  position: [200, 0],
  parameters: { errorMessage: 'no more of that' },
};
const SCHEDULE = {
  id: 'schedule',
  name: 'Monthly',
  type: 'n8n-nodes-base.scheduleTrigger',
  typeVersion: 1.2,
  position: [0, 0],
  parameters: { rule: { interval: [{ field: 'months' }] } },
};

/** What holds for every n8n, live or played. */
export function n8nContract(title: string, open: () => Promise<Subject>): void {
  describe(`n8n, ${title}`, () => {
    let subject: Subject;
    let world: EngineWorld;
    let ana: Company;
    let beto: Company;
    let own: Company;
    let shared: string;

    before(async () => {
      subject = await open();
      world = await EngineWorld.build([n8n]);
      [ana, beto, own] = await Promise.all([world.company(), world.company(), world.company()]);
      shared = await world.shared({
        engine: 'n8n',
        url: subject.url,
        credentials: subject.credentials,
        version: subject.version,
      });
      world.reconciler();
      for (const company of [ana, beto]) await world.want(company, 'n8n', shared);
      for (const company of [ana, beto]) await world.reached(company, 'n8n');
      await ownInstance(world, own, subject);
    });
    after(async () => {
      await world?.stop();
      await subject?.stop();
    });

    const list = async (company: Company, query = ''): Promise<Listed[]> =>
      (await world.call(company, `GET /n8n/workflows${query}`)).body.data;
    const starterOf = async (company: Company): Promise<Listed> => (await list(company))[0]!;
    const run = (company: Company, id: string, data: object = {}) =>
      world.call(company, `POST /n8n/workflows/${id}/execute`, { data });
    const inN8n = async (company: Company): Promise<Listed[]> =>
      (await list(own, '?limit=200')).filter(({ name }) => name.includes(company.id));
    const make = async (name: string, nodes: { name: string }[]): Promise<string> => {
      const connections = nodes.length > 1 ? link(nodes[0]!.name, nodes[1]!.name) : {};
      const made = await world.call(own, 'POST /n8n/workflows', { name, nodes, connections });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body.id;
    };

    it('gives nobody another company’s workflows, runs, or ways to start them', async () => {
      const mine = await starterOf(ana);
      const theirs = await starterOf(beto);
      assert.notEqual(mine.id, theirs.id);
      assert.equal((await run(beto, theirs.id)).status, 200);
      const [theirRun] = (await world.call(beto, 'GET /n8n/executions')).body.data;
      const tries = await Promise.all([
        world.call(ana, `GET /n8n/workflows/${theirs.id}`),
        run(ana, theirs.id),
        world.call(ana, `GET /n8n/executions?workflowId=${theirs.id}`),
        world.call(ana, `GET /n8n/executions/${theirRun.id}`),
        world.call(ana, `GET /n8n/executions/999999`),
      ]);
      for (const { status, body } of tries) assert.deepEqual([status, body.code], [404, 'engine_not_found']);
      assert.deepEqual(
        (await list(ana)).map(({ id }) => id),
        [mine.id],
      );
      const seen = (await world.call(ana, 'GET /n8n/executions?limit=200')).body.data;
      assert.ok(seen.every(({ workflowId }: { workflowId: string }) => workflowId === mine.id));
      for (const odd of ['..%2Fusers', `${theirs.id}%3Fa`, '%2e%2e'])
        assert.ok((await world.call(ana, `GET /n8n/workflows/${odd}`)).status >= 400);
    });

    it('lets nobody write or switch workflows that companies share', async () => {
      const { id } = await starterOf(ana);
      const body = { name: 'x', nodes: [], connections: {} };
      const tries = await Promise.all([
        world.call(ana, 'POST /n8n/workflows', body),
        world.call(ana, `POST /n8n/workflows/${id}/deactivate`, {}),
      ]);
      for (const { status, body: said } of tries) {
        assert.deepEqual([status, said.code], [501, 'engine_unsupported']);
        assert.match(said.detail, /n8n (?:of your own|propio)/);
      }
    });

    it('runs the starter and tells which run it was, without a secret in sight', async () => {
      const { id } = await starterOf(ana);
      const { status, body } = await run(ana, id, { nombre: 'Ana' });
      assert.equal(status, 200, JSON.stringify(body));
      assert.deepEqual([body.failed, body.answer.correlationId], [false, body.correlationId]);
      assert.equal(body.executionId, body.answer.executionId);
      const read = await world.call(ana, `GET /n8n/executions/${body.executionId}`);
      assert.deepEqual([read.status, read.body.status], [200, 'success']);
      const text = JSON.stringify(read.body);
      assert.ok(text.includes(body.correlationId));
      assert.doesNotMatch(text, /x-smarteros-token|"headers"|webhookUrl|smarteros-[\w-]{40}/);
      const detail = JSON.stringify((await world.call(ana, `GET /n8n/workflows/${id}`)).body);
      assert.doesNotMatch(detail, /smarteros-[\w-]{40}|rightValue/);
    });

    it('knows runs at once apart', async () => {
      const { id } = await starterOf(ana);
      const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => run(ana, id, { n })));
      const ids = answers.map(({ body }) => body.executionId);
      assert.deepEqual(
        ids,
        answers.map(({ body }) => body.answer.executionId),
      );
      assert.equal(new Set(ids).size, 12);
    });

    it('writes, switches and runs what a company has in its own', async () => {
      const orders = await make('Pedidos', [webhook(`pedidos-${own.slug}`), SET]);
      const refused = await run(own, orders, { pedido: 'P-1' });
      assert.deepEqual([refused.status, refused.body.code], [501, 'engine_unsupported']);
      assert.match(refused.body.detail, /activ/);
      const on = await world.call(own, `POST /n8n/workflows/${orders}/activate`, {});
      assert.deepEqual([on.status, on.body.active, on.body.executable], [200, true, true]);
      const { body } = await run(own, orders, { pedido: 'P-1' });
      assert.deepEqual([body.failed, body.answer], [false, { pedido: 'P-1', recibido: true }]);
      assert.match(body.executionId, /^\d+$/);
      const active = await list(own, '?active=true&name=Pedidos&limit=200');
      assert.ok(active.some(({ id }) => id === orders));
      const off = await world.call(own, `POST /n8n/workflows/${orders}/deactivate`, {});
      assert.equal(off.body.active, false);
      assert.equal((await run(own, orders, {})).body.code, 'engine_unsupported');
    });

    it('tells a run that failed from one that never began', async () => {
      const stop = await make('Alto', [webhook(`alto-${own.slug}`), STOP]);
      await world.call(own, `POST /n8n/workflows/${stop}/activate`, {});
      const { status, body } = await run(own, stop);
      assert.deepEqual([status, body.failed, body.status], [200, true, 500]);
      const read = (await world.call(own, `GET /n8n/executions/${body.executionId}`)).body;
      assert.equal(read.status, 'error');
      assert.doesNotMatch(JSON.stringify(read), /stack|\/home|\/app/);
      const failed = (await world.call(own, `GET /n8n/executions?status=error&workflowId=${stop}`)).body.data;
      assert.deepEqual(
        failed.map(({ id }: { id: string }) => id),
        [body.executionId],
      );
      const report = await make('Informe', [SCHEDULE]);
      await world.call(own, `POST /n8n/workflows/${report}/activate`, {});
      const none = await run(own, report);
      assert.deepEqual([none.status, none.body.code], [501, 'engine_unsupported']);
      assert.match(none.body.detail, /webhook/);
    });

    it('lists page after page', async () => {
      for (const n of [1, 2, 3]) await make(`Página ${n}`, [SCHEDULE]);
      const seen: string[] = [];
      for (let query = '?limit=2'; ;) {
        const { body } = await world.call(own, `GET /n8n/workflows${query}`);
        assert.ok(body.data.length <= 2);
        seen.push(...body.data.map(({ id }: Listed) => id));
        if (body.nextCursor === null) break;
        query = `?limit=2&cursor=${encodeURIComponent(body.nextCursor)}`;
      }
      assert.equal(new Set(seen).size, seen.length);
      assert.deepEqual(new Set(seen), new Set((await list(own, '?limit=200')).map(({ id }) => id)));
      assert.equal(
        (await world.call(own, 'GET /n8n/workflows?cursor=never-given-out')).body.code === undefined,
        false,
      );
      assert.equal((await world.call(own, 'GET /n8n/workflows/nothing0such')).body.code, 'engine_not_found');
    });

    it('puts back what somebody changed, and leaves a single one after a crash', async () => {
      const { id, name } = await starterOf(ana);
      await world.call(own, `POST /n8n/workflows/${id}/deactivate`, {});
      await make(name, [webhook(`zwilling-${own.slug}`)]);
      assert.equal((await inN8n(ana)).length, 2);
      await world.want(ana, 'n8n', shared);
      await until('one starter runs', async () => {
        const found = await inN8n(ana);
        return found.length === 1 && found[0]!.active && found[0]!.id === id;
      });
      await world.reached(ana, 'n8n');
      assert.equal((await run(ana, id)).status, 200);
    });

    it('lets people of a company into its own, once each, and keeps what they wrote', async () => {
      const ctx = await stepCtx(world, own, subject, false);
      const id = await people.put(ctx, person, null);
      assert.ok(id);
      assert.equal(await people.put(ctx, person, null), id);
      assert.equal(await people.put(ctx, person, '00000000-0000-4000-8000-000000000000'), id);
      const launch = await people.launch!(ctx, person, id);
      assert.equal(launch.reason, null);
      assert.match(launch.url, /\/signup\?inviterId=/);
      const count = (await list(own, '?limit=200')).length;
      await people.disable(ctx, id);
      await people.disable(ctx, id);
      assert.equal((await list(own, '?limit=200')).length, count);
      assert.equal((await people.launch!(ctx, person, id)).reason, 'no_user');
      assert.equal(await people.put(ctx, { ...person, role: 'guest' }, null), null);
      const inShared = await stepCtx(world, ana, subject, true);
      assert.equal(await people.put(inShared, person, null), null);
    });

    it('stops what is suspended, and takes away what is to be gone', async () => {
      await world.want(beto, 'n8n', shared, 'suspended');
      await world.reached(beto, 'n8n', 'suspended');
      assert.deepEqual(
        (await inN8n(beto)).map(({ active }) => active),
        [false],
      );
      assert.equal((await world.call(beto, 'GET /n8n/workflows')).body.code, 'engine_not_ready');
      await world.want(beto, 'n8n', shared, 'absent');
      await world.reached(beto, 'n8n', 'absent');
      assert.deepEqual(await inN8n(beto), []);
      assert.equal((await inN8n(ana)).length, 1);
    });
  });
}

/** The same n8n as an instance of the company's own, whose address the operator vouches for. */
async function ownInstance(world: EngineWorld, company: Company, subject: Subject): Promise<void> {
  const id = world.clock.id();
  const { secrets } = engineWay({ home: world.api.home });
  const place = { tenantId: company.id, slug: company.slug, path: 'n8n' };
  const sealed = await secrets.write(place, subject.credentials, 1);
  await world.api.sql(
    `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
     values ($1, 'n8n', $2, $3, $4, 1, now())`,
    [company.id, sealed.keyId, sealed.wrapped, sealed.sealed],
  );
  await world.api.sql(
    `insert into core.engine_instances (tenant_id, id, engine, name, kind, url, trusted, settings, secret_path,
       engine_version, capabilities, created_at, updated_at)
     values ($1, $2, 'n8n', 'own', 'connected', $3, true, '{}', 'n8n', $4, '{}', now(), now())`,
    [company.id, id, subject.url, subject.version],
  );
  await world.api.sql(
    `insert into core.tenant_engines (tenant_id, engine, shared, instance_id, wanted, status, state, due_at,
       created_at, updated_at) values ($1, 'n8n', false, $2, 'present', 'waiting', '{}', now(), now(), now())`,
    [company.id, id],
  );
  await world.reached(company, 'n8n');
}
