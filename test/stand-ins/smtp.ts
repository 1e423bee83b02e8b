import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server as RFC 5321 wants it, which keeps what it takes. `refuse` answers RCPT for an address. */
export async function smtpStandIn(refuse: (recipient: string) => string | undefined = () => undefined) {
  const mails: { from: string; to: string[]; data: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let mail = { from: '', to: [] as string[], data: '' };
    let inData = false;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string): void => {
      if (inData) {
        if (line !== '.') return void (mail.data += `${line}\n`);
        inData = false;
        mails.push(mail);
        mail = { from: '', to: [], data: '' };
        return void say('250 2.0.0 queued');
      }
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      if (/^(?:EHLO|HELO)/i.test(line)) say('250 stand-in');
      else if (/^MAIL/i.test(line)) {
        mail.from = address;
        say('250 ok');
      } else if (/^RCPT/i.test(line)) {
        const refusal = refuse(address);
        if (refusal === undefined) mail.to.push(address);
        say(refusal ?? '250 ok');
      } else if (/^DATA/i.test(line)) {
        inData = true;
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) take(line);
    });
    socket.on('error', () => {});
    say('220 stand-in ready');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
