import type { CliEnv, Output } from './types.ts';

const DEFAULT_COLUMNS = 80;

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Style = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

function styleWith(colour: boolean): Style {
  const paint = ([on, off]: readonly [number, number]) =>
    colour ? (text: string) => text && `\u001B[${on}m${text}\u001B[${off}m` : (text: string) => text;
  return Object.fromEntries(Object.entries(CODES).map(([name, code]) => [name, paint(code)])) as Style;
}

export const plain: Style = styleWith(false);

/** `hasColors` is Node's answer for a terminal: it knows TERM=dumb, NO_COLOR and FORCE_COLOR. */
export const styleOf = (stream: Output): Style => styleWith(stream.hasColors?.() ?? false);

/** Resolves when the text has left, so that the process may exit afterwards. */
export function write(stream: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      // A reader that has seen enough (`| head`) is no failure.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}

export const columnsOf = (env: Pick<CliEnv, 'columns'>): number => env.columns ?? DEFAULT_COLUMNS;
