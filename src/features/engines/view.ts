import type { Connector, EngineDefinition } from '#core/engine.ts';
import { AppError, ERRORS, type ErrorCode, type Language } from '#core/errors.ts';
import type { CompanyEngine } from './schema.ts';
import type { EngineRow } from './store.ts';

/** An engine that companies can have a part of. */
export type Connectable = EngineDefinition & { readonly connector: Connector };

export const connectable = (engines: readonly EngineDefinition[]): readonly Connectable[] =>
  engines.filter((one): one is Connectable => one.connector !== undefined);

/** @throws AppError not_found */
export function findEngine(engines: readonly EngineDefinition[], name: string): Connectable {
  const found = connectable(engines).find((one) => one.name === name);
  if (!found) throw new AppError('not_found');
  return found;
}

/** What a company has in an engine, for its people. */
export function toEngine(
  { name, title, connector }: Connectable,
  row: EngineRow | undefined,
  language: Language,
): CompanyEngine {
  const steps = connector.provisioner?.[row?.wanted ?? 'present'] ?? [];
  return {
    engine: name,
    title,
    connected: row !== undefined,
    shared: row?.shared ?? null,
    wanted: row?.wanted ?? null,
    reached: row?.reached ?? null,
    usable: row?.usable ?? false,
    status: row?.status ?? null,
    step: row?.step ?? null,
    steps: steps.map((step) => ({ name: step.name, title: step.title[language] })),
    attempts: row?.attempts ?? 0,
    error: row?.errorCode ? { code: row.errorCode, message: row.errorWords?.[language] ?? '' } : null,
    nextTryAt: row?.status === 'done' ? null : (row?.dueAt ?? null),
    observedAt: row?.observedAt ?? null,
    driftedAt: row?.driftedAt ?? null,
  };
}

/** The words of a code that was kept without any. */
export const errorOf = (code: string | null, language: Language): { code: string; message: string } | null =>
  code === null ? null : { code, message: ERRORS[code as ErrorCode]?.title[language] ?? '' };
