export interface Probe {
  /** As `/health` names it. */
  readonly name: string;
  /** Without it the thing is only reported as configured or not. */
  readonly check?: (signal: AbortSignal) => Promise<void>;
  readonly configured: boolean;
  /** SmarterOS itself can't work without it. */
  readonly vital: boolean;
}

/** How long a probe may take before it counts as failed. */
const PROBE_TIMEOUT_MS = 2_000;

interface Result {
  readonly name: string;
  readonly vital: boolean;
  readonly ok: boolean;
  readonly latencyMs: number;
}

/** All checks at once; a probe never fails the call, it only says that it failed. */
export async function runProbes(
  probes: readonly Probe[],
  signal: AbortSignal,
  monotonic: () => number,
): Promise<Result[]> {
  return Promise.all(
    probes.flatMap(({ name, vital, check }) =>
      check ? [measure(name, vital, check, signal, monotonic)] : [],
    ),
  );
}

async function measure(
  name: string,
  vital: boolean,
  check: NonNullable<Probe['check']>,
  signal: AbortSignal,
  monotonic: () => number,
): Promise<Result> {
  const started = monotonic();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT_MS)]);
  const late = new Promise<boolean>((resolve) =>
    limit.addEventListener('abort', () => resolve(false), { once: true }),
  );
  const ok = await Promise.race([
    check(limit).then(
      () => true,
      () => false,
    ),
    late,
  ]);
  return { name, vital, ok, latencyMs: Math.round((monotonic() - started) * 10) / 10 };
}
