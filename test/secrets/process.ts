import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ApiProcess {
  readonly url: string;
  /** All that it has written to standard output and error. */
  output(): string;
  stop(): Promise<void>;
}

/** The API with these settings as a process of its own: what it logs is what a real one would. */
export async function startApi(settings: Record<string, string>): Promise<ApiProcess> {
  const child = fork(fileURLToPath(import.meta.resolve('./server.ts')), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...settings },
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const gone = once(child, 'exit');
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [{ url?: string }];
  assert.ok(message.url, `it ended at once: ${output}`);
  return {
    url: message.url,
    output: () => output,
    stop: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
