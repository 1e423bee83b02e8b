import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smtpStandIn } from '#test/stand-ins/smtp.ts';
import { smtp } from './index.ts';

const mailOver = (url: string) =>
  smtp.connect!({ SMTP_URL: url, SMTP_FROM: 'SmarterOS <hola@example.cl>' }).mail!;
const MAIL = { to: 'ana@example.com', subject: 'Código ñ', text: 'Hola 🌵', key: 'k1' };

describe('smtp', () => {
  it('says what the server answered, without anybody’s address or password', async () => {
    await using server = await smtpStandIn((to) => `550 5.1.1 <${to}> unknown, says s3cret`);
    const url = server.url.replace('//', '//user:s3cret@');
    for (const attempt of [mailOver(server.url).send(MAIL), mailOver(url).send(MAIL)]) {
      const error = await attempt.then(
        () => assert.fail('it was sent'),
        (reason: unknown) => reason as Error,
      );
      assert.match(error.message, /^the mail server answered (?:550|EAUTH|ENOAUTH)$/);
      assert.doesNotMatch(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`, /ana@|s3cret/);
    }
    assert.equal(server.mails.length, 0);
  });

  it('never reaches a second person through one address', async () => {
    await using server = await smtpStandIn();
    await mailOver(server.url)
      .send({ ...MAIL, to: 'ana@example.com, eva@example.com' })
      .catch(() => {});
    assert.ok(!server.mails.some(({ to }) => to.length > 1 || to.includes('eva@example.com')));
  });

  it('writes no header that a subject brings along', async () => {
    await using server = await smtpStandIn();
    await mailOver(server.url).send({ ...MAIL, subject: 'Hola\r\nBcc: eva@example.com' });
    assert.deepEqual(server.mails[0]!.to, ['ana@example.com']);
    assert.doesNotMatch(server.mails[0]!.data, /^Bcc:/im);
  });

  it('sends one mail, with the same id when it is repeated', async () => {
    await using server = await smtpStandIn();
    const mail = mailOver(server.url);
    await mail.send({ ...MAIL, replyTo: 'rosa@example.com' });
    await mail.send(MAIL);
    await mail.send({ ...MAIL, key: 'k2' });
    const [first, second, third] = server.mails.map(({ data }) => /^Message-ID: (.*)$/im.exec(data)?.[1]);
    assert.equal(first, second);
    assert.notEqual(first, third);
    assert.match(first!, /@example\.cl>$/);
    assert.deepEqual([server.mails[0]!.from, server.mails[0]!.to], ['hola@example.cl', ['ana@example.com']]);
    assert.match(server.mails[0]!.data, /^Reply-To: <?rosa@example\.com>?$/im);
  });
});
