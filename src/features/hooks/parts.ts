import type { EngineDefinition } from '#core/engine.ts';
import type { HookDefinition, SenderDefinition } from '#core/engine-hooks.ts';
import { AppError } from '#core/errors.ts';
import type { EngineCalls } from '#platform/engines/call.ts';
import type { SecretStore } from '#platform/engines/secrets.ts';

/** What the feature gets from the process that it runs in. */
export interface HookParts {
  readonly engines: readonly EngineDefinition[];
  readonly senders: readonly SenderDefinition[];
  readonly secrets: SecretStore;
  readonly calls: EngineCalls;
  /** Where others reach us. */
  readonly publicUrl: string;
}

/** Somebody who may tell us something. */
export interface Source {
  readonly name: string;
  readonly title: string;
  readonly hooks: HookDefinition;
  /** Undefined for an engine, which a company has a way to anyway. */
  readonly sender: SenderDefinition | undefined;
}

export const sourcesOf = ({
  engines,
  senders,
}: Pick<HookParts, 'engines' | 'senders'>): readonly Source[] => [
  ...engines.flatMap(({ name, title, connector }) =>
    connector?.hooks ? [{ name, title, hooks: connector.hooks, sender: undefined }] : [],
  ),
  ...senders.map((sender) => ({ name: sender.name, title: sender.title, hooks: sender.hooks, sender })),
];

/** @throws AppError not_found */
export function sourceOf(parts: Pick<HookParts, 'engines' | 'senders'>, name: string): Source {
  const found = sourcesOf(parts).find((one) => one.name === name);
  if (!found) throw new AppError('not_found');
  return found;
}
