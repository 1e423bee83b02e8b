import type { Actor } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';

/** Streams that are open at a time: of one key or person, of one company, and of this process. */
const PER_CALLER = 32;
const PER_TENANT = 256;
const PER_PROCESS = 2_048;
const RETRY_SECONDS = 10;

/** Counts what stays open. */
export function createQuota() {
  const open = new Map<string, number>();
  const add = (name: string, by: 1 | -1): void => {
    const count = (open.get(name) ?? 0) + by;
    if (count === 0) open.delete(name);
    else open.set(name, count);
  };
  return {
    /** Answers how to give the place back. @throws AppError rate_limited when there is none */
    take({ kind, id, tenant }: Actor): () => void {
      const caller = `${kind} ${id}`;
      const company = tenant?.id ?? '';
      if ((open.get(caller) ?? 0) >= PER_CALLER)
        throw full(PER_CALLER, 'this key or person', 'esta clave o persona');
      if ((open.get(company) ?? 0) >= PER_TENANT) throw full(PER_TENANT, 'this company', 'esta empresa');
      if ((open.get('') ?? 0) >= PER_PROCESS) throw full(PER_PROCESS, 'this server', 'este servidor');
      const names = [caller, company, ''];
      for (const name of names) add(name, 1);
      return () => {
        for (const name of names.splice(0)) add(name, -1);
      };
    },
    count: (): number => open.get('') ?? 0,
  };
}

const full = (limit: number, en: string, es: string): AppError =>
  new AppError('rate_limited', {
    detail: {
      en: `${limit} streams are open for ${en}, and no more can be: close one first.`,
      es: `Hay ${limit} flujos abiertos para ${es}, que es el máximo: cierre uno primero.`,
    },
    retryAfterSeconds: RETRY_SECONDS,
  });
