import { createInterface } from 'node:readline';
import type { Input, Output } from './types.ts';

const YES = new Set(['y', 'yes', 's', 'si', 'sí']);

/** Asks on stderr, so that stdout stays the answer's. Only a clear yes is one. */
export function confirm(question: string, stdin: Input, stderr: Output): Promise<boolean> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: stdin, output: stderr });
    lines.once('close', () => resolve(false));
    lines.question(question, (answer) => {
      resolve(YES.has(answer.trim().toLowerCase()));
      lines.close();
    });
  });
}
