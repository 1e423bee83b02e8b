import { styleText } from 'node:util';
import { HostError } from '#host/host-error.ts';
import type { Failure } from '#host/state.ts';

type Colour = 'green' | 'yellow' | 'red' | 'dim' | 'bold' | 'cyan';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** Coloured on a terminal; styleText knows NO_COLOR and pipes. */
export const paint = (colour: Colour, text: string): string =>
  styleText(colour, text, { stream: process.stdout });

let guarded = false;

/** Writes to standard output; a reader that went away (`up -d | head`) must not end what we are doing. */
function write(text: string): void {
  if (!guarded) process.stdout.on('error', () => undefined);
  guarded = true;
  process.stdout.write(text);
}

export const print = (text: string): void => write(`${text}\n`);
export const printError = (text: string): void => void process.stderr.write(`${text}\n`);

export type Progress = {
  /** What goes on from now. */
  step: (text: string) => void;
  /** Ends the line of the current step. */
  stop: () => void;
};

/** Steps of something that takes a while: a spinner on a terminal, a plain line each elsewhere. */
export function showProgress(): Progress {
  let timer: NodeJS.Timeout | undefined;
  let current = '';
  let frame = 0;
  const draw = (): void => {
    write(`${CLEAR_LINE}${paint('cyan', FRAMES[frame++ % FRAMES.length] ?? '')} ${current} …`);
  };
  return {
    step(text) {
      if (text === current) return;
      current = text;
      if (!process.stdout.isTTY) return print(`${text} …`);
      draw();
      timer ??= setInterval(draw, FRAME_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      current = '';
      if (process.stdout.isTTY) write(CLEAR_LINE);
    },
  };
}

export function toFailure(error: unknown): Failure {
  if (error instanceof HostError) return { what: error.message, remedy: error.remedy };
  const what = error instanceof Error ? error.message : String(error);
  // By name: its class would bring the schema library into the supervisor.
  if (error instanceof Error && error.name === 'ConfigError') {
    return { what, remedy: 'Correct the settings named above, then try again.' };
  }
  return { what, remedy: 'See ./smarteros logs, and run ./smarteros doctor.' };
}

/** What failed and what to do, without a stack. */
export function printFailure(failure: Failure): void {
  printError(`${styleText('red', '✗', { stream: process.stderr })} ${failure.what}`);
  printError(`  What to do: ${failure.remedy}`);
}

/** Only for who has never been here: where to go now, and how to get in without WhatsApp. */
function begin(first: string | undefined, publicUrl: string): string[] {
  if (first === undefined) return [];
  const { hostname, port } = new URL(publicUrl);
  const isHere = hostname === 'localhost';
  return [
    '',
    first.startsWith('http') ? '  Begin here, in your browser:' : '  Begin with the link that this prints:',
    `  ${paint('bold', first)}`,
    ...(isHere ? [`  On a server, first on your own computer: ssh -L ${port}:localhost:${port} SERVER`] : []),
    '',
    '  It makes you the operator of this installation: keep it to yourself.',
    '  Until WhatsApp is connected, login codes appear with ./smarteros messages.',
  ];
}

/** What a person needs to know while everything runs. */
export function welcome(
  headline: string,
  { apiUrl, publicUrl, console }: { apiUrl: string; publicUrl: string; console: boolean },
  { background, first }: { background: boolean; first: string | undefined },
): string {
  const line = (label: string, value: string): string => `  ${label.padEnd(9)} ${value}`;
  return [
    `${paint('green', '✓')} ${headline}`,
    '',
    ...(console ? [line('Console', `${apiUrl}/app`)] : []),
    line('API', apiUrl),
    line('Docs', `${apiUrl}/docs`),
    line('MCP', `${apiUrl}/mcp`),
    ...(publicUrl === apiUrl ? [] : [line('Public', publicUrl)]),
    '',
    `  Stop it with ${background ? './smarteros down' : 'Ctrl-C'}; watch it with ./smarteros logs -f.`,
    ...(console
      ? begin(first, publicUrl)
      : ['  Next: ./smarteros tenants create --tax-id 12.345.678-5 --name "Panadería Sur"']),
  ].join('\n');
}
