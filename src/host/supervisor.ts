import type { Plan } from '#host/plan.ts';
import { supervise } from '#host/supervise.ts';

// The lean program that `up` turns into: it imports neither the schema library nor the YAML parser. `up` imports it
// first without running it, so that the compile cache knows it.
if (import.meta.main) {
  await supervise(JSON.parse(process.argv[2] ?? '{}') as Plan);
  process.exit(0);
}
