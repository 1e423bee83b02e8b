import { useApi } from '#lib/api/use-api.ts';
import { nameOf } from './paths.ts';

const COUNTED = 20;
const WORKFLOWS = 100;
/** What is older is known, or nobody's business any more. */
const RECENT_MS = 24 * 3_600_000;

/** By id; those that are gone, or beyond the first, go by their id. */
export function useWorkflowNames(): (id: string) => string {
  const { data } = useApi('/n8n/workflows', { query: { limit: WORKFLOWS } });
  const names = new Map(data?.data.map(({ id, name }) => [id, nameOf(name)]));
  return (id) => names.get(id) ?? id;
}

/** Executions of the last day that failed, the newest first. */
export function useFailures() {
  const { data, error, refetch } = useApi('/n8n/executions', { query: { limit: COUNTED, status: 'error' } });
  const failures = data?.data.filter(
    ({ startedAt }) => startedAt !== null && Date.now() - Date.parse(startedAt) < RECENT_MS,
  );
  return { failures, more: failures?.length === COUNTED, error, refetch };
}
