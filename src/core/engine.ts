import type { Capabilities } from './capabilities.ts';

/** A system of its own that SmarterOS connects. Everything it knows of the engine stands in one folder. */
export interface EngineDefinition {
  /** As in `/health`, e.g. `chatwoot`. */
  readonly name: string;
  readonly title: string;
  /** Settings without which it counts as not configured. */
  readonly settings: readonly string[];
  /** Made once at boot when all settings are there. */
  readonly connect?: (settings: Readonly<Record<string, string>>) => Partial<Capabilities>;
}

export function defineEngine(definition: EngineDefinition): EngineDefinition {
  return definition;
}
