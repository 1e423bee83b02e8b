/** Where it is told what was found. */
export interface Verdicts {
  figure(name: string, value: string | number): void;
  /** A promise, and all that breaks it. */
  none(promise: string, wrong: readonly string[]): void;
}

/** Figures and verdicts, a line each; the last line is the one that `smarteros test` reads. */
export class Report implements Verdicts {
  #passed = 0;
  #failed = 0;

  get ok(): boolean {
    return this.#failed === 0;
  }

  figure(name: string, value: string | number): void {
    console.log(`${name}: ${value}`);
  }

  /** `detail` tells what was found, so that a failure can be understood from the line alone. */
  check(promise: string, kept: boolean, detail: string | number = ''): void {
    if (kept) this.#passed += 1;
    else this.#failed += 1;
    const found = detail === '' ? '' : ` (${detail})`;
    console.log(`${kept ? '✔' : '✖'} ${promise}${found}`);
  }

  none(promise: string, wrong: readonly string[]): void {
    this.check(promise, wrong.length === 0, some(wrong));
  }

  end(): void {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    if (this.#failed > 0) process.exitCode = 1;
  }
}

export const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);

const SAMPLES = 3;

/** How many, and the first few of them. */
export const some = (items: readonly string[]): string =>
  items.length === 0 ? '0' : `${items.length}: ${items.slice(0, SAMPLES).join('; ')}`;
