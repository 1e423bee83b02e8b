/** Lets a loop sleep until somebody has something for it to do. */
export interface Bell {
  /** Ends the present wait, or else the next one. */
  readonly ring: () => void;
  /** Returns when rung, or after `milliseconds`. One loop waits at a time. */
  wait(milliseconds: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake = (): void => {};
  return {
    ring: () => {
      rung = true;
      wake();
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          wake = () => {};
          rung = false;
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        if (rung) done();
        else wake = done;
      }),
  };
}
