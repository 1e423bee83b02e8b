import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { status, type Asked } from '#test/stand-ins/graph.ts';
import { World } from './world.ts';

interface Code {
  readonly id: string;
  readonly channel: string | null;
  readonly delivery: string | null;
  readonly failure: string | null;
  readonly sealed: Buffer | null;
}

describe('one-time codes', () => {
  let world: World;
  let number = 955_550_000;

  before(async () => {
    world = await World.build();
    await world.startWorker();
  });
  after(() => world.stop());

  const ask = (phone: string) => world.t.request('POST /auth/otp/send', { body: { phone } });
  const fresh = (): string => `+56${(number += 1)}`;
  const latest = async (phone: string): Promise<Code> =>
    (
      await world.rows<Code>('select * from identity.otp_codes where phone = $1 order by id desc limit 1', [
        phone,
      ])
    )[0]!;
  const known = (phone: string, email: string) =>
    world.rows(
      `insert into identity.people (id, phone, email, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, now(), now())`,
      [phone, email],
    );
  const sentTo = (phone: string): Asked[] => world.graph.accepted.filter(({ to }) => `+${to}` === phone);
  const digitsOf = ({ body }: Asked): string => body.template.components[0].parameters[0].text;
  const mailsTo = (email: string) => world.mail.mails.filter(({ to }) => to.includes(email));

  it('stay unsent, and say so the next time, when the number has no WhatsApp', async () => {
    const phone = fresh();
    world.graph.fail({ code: 131026 });
    assert.equal((await ask(phone)).status, 200);
    await until('WhatsApp refused', async () => (await latest(phone)).failure !== null);
    const code = await latest(phone);
    assert.deepEqual([code.delivery, code.failure, code.sealed], ['failed', 'undeliverable', null]);
    world.movedMs += 60_000;
    world.graph.fail({ code: 131026 });
    const next = await ask(phone);
    assert.deepEqual([next.status, next.body.code], [409, 'whatsapp_unreachable']);
    await until('the second was refused too', async () => (await latest(phone)).failure !== null);
    assert.notEqual((await latest(phone)).id, code.id, 'it was tried all the same');
  });

  it('answer the same for a number with a person and one without, though only one gets a mail', async () => {
    const [stranger, friend] = [fresh(), fresh()];
    await known(friend, 'friend@example.com');
    for (const phone of [stranger, friend]) {
      world.graph.fail({ code: 131026 });
      await ask(phone);
      await until('WhatsApp refused', async () => (await latest(phone)).failure !== null);
    }
    await until('the mail arrived', () => mailsTo('friend@example.com').length === 1);
    world.movedMs += 60_000;
    const answers = [];
    for (const phone of [stranger, friend]) {
      world.graph.fail({ code: 131026 });
      answers.push(await ask(phone));
      await until('WhatsApp refused', async () => (await latest(phone)).failure !== null);
    }
    const [one, other] = answers.map(({ status: code, body }) => ({
      code,
      body: { ...body, requestId: undefined },
    }));
    assert.deepEqual(one, other);
  });

  it('reach the phone by template, and nobody can read them afterwards', async () => {
    const phone = fresh();
    await ask(phone);
    await until('it was sent', () => sentTo(phone).length === 1);
    await until('it was noted', async () => (await latest(phone)).channel === 'whatsapp');
    const code = await latest(phone);
    assert.deepEqual([code.delivery, code.sealed], ['sent', null]);
    const login = await world.t.request('POST /auth/otp/verify', {
      body: { phone, code: digitsOf(sentTo(phone)[0]!) },
    });
    assert.equal(login.status, 200);
  });

  it('go by mail when WhatsApp notices late, and work', async () => {
    const phone = fresh();
    await known(phone, 'late@example.com');
    await ask(phone);
    await until('it was noted', async () => (await latest(phone)).channel === 'whatsapp');
    const [asked] = sentTo(phone);
    for (let i = 0; i < 3; i++)
      await world.webhook(status(asked!.id, 'failed', world.clock.now(), { code: 131026 }));
    await until('the mail was noted', async () => (await latest(phone)).channel === 'mail');
    assert.equal((await latest(phone)).sealed, null);
    const [mail, ...more] = mailsTo('late@example.com');
    assert.equal(more.length, 0);
    const code = /\b\d{6}\b/.exec(mail!.data)![0];
    assert.equal(code, digitsOf(asked!));
    const login = await world.t.request('POST /auth/otp/verify', { body: { phone, code } });
    assert.equal(login.status, 200);
  });

  it('are forgotten once they arrived, and the number counts as reachable again', async () => {
    const phone = fresh();
    await known(phone, 'again@example.com');
    await world.rows('insert into identity.unreachable_phones values ($1, now())', [phone]);
    assert.equal((await ask(phone)).body.code, 'whatsapp_unreachable');
    await until('it was noted', async () => (await latest(phone)).channel === 'whatsapp');
    assert.ok((await latest(phone)).sealed, 'kept for the mail');
    const [asked] = sentTo(phone);
    await world.webhook(status(asked!.id, 'delivered', world.clock.now(), { reference: asked!.reference! }));
    assert.equal((await latest(phone)).sealed, null);
    world.movedMs += 60_000;
    assert.equal((await ask(phone)).status, 200);
    await until('it was sent', () => sentTo(phone).length === 2);
    assert.equal(mailsTo('again@example.com').length, 0);
  });

  it('are sent again when WhatsApp has a bad moment, and by mail when our account has trouble', async () => {
    const phone = fresh();
    world.graph.fail({ code: 131000, status: 500 });
    await ask(phone);
    await until('it was sent', async () => {
      await world.hurry();
      return sentTo(phone).length === 1;
    });
    const other = fresh();
    await known(other, 'billing@example.com');
    world.graph.fail({ code: 131042 });
    await ask(other);
    await until('the mail arrived', () => mailsTo('billing@example.com').length === 1);
    world.movedMs += 60_000;
    assert.equal((await ask(other)).status, 200, 'the number is not to blame');
  });

  it('go by mail when WhatsApp’s bad moment lasts', async () => {
    const phone = fresh();
    await known(phone, 'patient@example.com');
    world.graph.down = { code: 131000, status: 500 };
    await ask(phone);
    const tried = () =>
      world.lines.filter(({ message }) => message === 'job failed, to be tried again').length;
    const failed = tried();
    await until('the first try failed', () => tried() > failed || mailsTo('patient@example.com').length > 0);
    assert.equal(mailsTo('patient@example.com').length, 0);
    world.movedMs += 10_000;
    await until('the mail arrived', async () => {
      await world.hurry();
      return mailsTo('patient@example.com').length === 1;
    });
    world.graph.down = undefined;
    assert.equal(sentTo(phone).length, 0);
  });

  it('that nobody used lose their digits when they expire', async () => {
    const phone = fresh();
    await known(phone, 'unused@example.com');
    await ask(phone);
    await until('it was noted', async () => (await latest(phone)).channel === 'whatsapp');
    await world.runScheduled('identity.forget_codes');
    assert.ok((await latest(phone)).sealed);
    world.movedMs += 301_000;
    await world.runScheduled('identity.forget_codes');
    assert.equal((await latest(phone)).sealed, null);
  });

  it('stand in no log, number and digits', () => {
    const digits = world.graph.accepted.map(digitsOf);
    assert.ok(digits.length > 3);
    const all = JSON.stringify(world.lines, (_, value: unknown) =>
      value instanceof Error ? `${value.stack} ${String(value.cause)}` : value,
    );
    for (const code of digits) assert.ok(!new RegExp(`\\b${code}\\b`).test(all));
    assert.doesNotMatch(all, /95555\d{4}|@example\.com/);
  });
});
