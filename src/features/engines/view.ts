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

export const namesOf = (rows: readonly { readonly engine: string }[]): ReadonlySet<string> =>
  new Set(rows.map(({ engine }) => engine));

/** What a company has in an engine, for its people. `offered`: engines of which the operator shares an instance. */
export function toEngine(
  { name, title, connector }: Connectable,
  row: EngineRow | undefined,
  language: Language,
  offered: ReadonlySet<string>,
): CompanyEngine {
  const steps = connector.provisioner?.[row?.wanted ?? 'present'] ?? [];
  return {
    engine: name,
    title,
    connected: row !== undefined,
    offered: offered.has(name),
    shared: row?.shared ?? null,
    wanted: row?.wanted ?? null,
    reached: row?.reached ?? null,
    usable: row?.usable ?? false,
    status: row?.status ?? null,
    step: row?.step ?? null,
    steps: steps.map((step) => ({ name: step.name, title: step.title[language] })),
    attempts: row?.attempts ?? 0,
    error: errorOf(row?.errorCode ?? null, language, row?.errorWords),
    nextTryAt: row?.status === 'done' ? null : (row?.dueAt ?? null),
    observedAt: row?.observedAt ?? null,
    driftedAt: row?.driftedAt ?? null,
  };
}

/** A kept code, with its own words or, without any, those of the code. */
export const errorOf = (
  code: string | null,
  language: Language,
  words?: Readonly<Record<Language, string>> | null,
): { code: string; message: string } | null =>
  code === null
    ? null
    : { code, message: words?.[language] ?? ERRORS[code as ErrorCode]?.title[language] ?? '' };
