import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import type { Area } from './area.ts';

/** Whether somebody may see an area, and the company has the engine that it is about. */
export function useHas(): (area: Pick<Area, 'scope' | 'needs'>) => boolean {
  const may = useMay();
  const { data } = useApi('/engines', {}, { enabled: may('engines:read') });
  return ({ scope, needs }) =>
    (scope === undefined || may(scope)) &&
    (needs === undefined || data?.data.some(({ engine, usable }) => engine === needs && usable) === true);
}
