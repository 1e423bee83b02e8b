import assert from 'node:assert/strict';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { Desk } from '#test/privacy/world.ts';

/** A company with its API and a worker that runs one job at a time. */
export class Shop {
  readonly t: TestApi;
  readonly desk: Desk;
  readonly company: { readonly id: string; readonly slug: string; readonly key: string };

  private constructor(t: TestApi, desk: Desk, company: Shop['company']) {
    this.t = t;
    this.desk = desk;
    this.company = company;
  }

  static async open(): Promise<Shop> {
    const t = await createTestApi();
    const desk = new Desk(t.database.url);
    await desk.admin.connect();
    return new Shop(t, desk, await t.tenant());
  }

  ask(route: string, body?: unknown, token = this.company.key): Promise<Answer> {
    return this.t.request(route, { token, ...(body !== undefined && { body }) });
  }

  /** @throws AssertionError unless it went well */
  async must(route: string, body?: unknown): Promise<Answer['body']> {
    const answer = await this.ask(route, body);
    assert.ok(answer.status < 300, `${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Lets the worker do whatever an event of that name asks for; answers how many events there were. */
  async work(event: string, job: string): Promise<number> {
    const rows = await this.desk.rows<{ id: string }>(
      `update core.events set position = nextval('core.event_position')
       where tenant_id = $1 and name = $2 and position is null returning id`,
      [this.company.id, event],
    );
    for (const { id } of rows) await this.desk.run(job, this.company.id, id);
    return rows.length;
  }

  /** Uploads, starts and reads a file to its end. */
  async import(content: string | Buffer, settings: object = {}, fileName = 'x.csv'): Promise<Answer['body']> {
    const binary = Buffer.isBuffer(content);
    const { id } = await this.must('POST /imports', {
      fileName,
      content: binary ? content.toString('base64') : content,
      base64: binary,
    });
    await this.must(`POST /imports/${id}/start`, settings);
    await this.settle();
    return this.must(`GET /imports/${id}`);
  }

  async undo(id: string): Promise<Answer['body']> {
    await this.must(`POST /imports/${id}/undo`, {});
    await this.settle();
    return this.must(`GET /imports/${id}`);
  }

  async settle(): Promise<void> {
    while ((await this.work('import.advanced', 'imports.advance')) > 0);
  }

  /** All contacts as they are stored, terms included, without what a change always changes. */
  async book(): Promise<unknown[]> {
    return this.desk.rows(
      `select c.id, c.name, c.email, c.phone, c.tax_id, c.tags, c.fields, c.created_at,
         (select array_agg(term order by term) from app.contact_terms t where t.tenant_id = c.tenant_id and t.contact_id = c.id) as terms
       from app.contacts c where tenant_id = $1 order by id`,
      [this.company.id],
    );
  }

  async close(): Promise<void> {
    await this.desk.stop();
    await this.t.stop();
  }
}
