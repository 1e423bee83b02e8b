import type { Ctx } from '#core/context.ts';
import type { EngineDefinition } from '#core/engine.ts';
import type { EngineCalls } from '#platform/engines/call.ts';
import type { SecretStore } from '#platform/engines/secrets.ts';

/** How engines are reached. */
export type EngineReach = Pick<EngineParts, 'engines' | 'calls' | 'secrets'>;

/** What the feature gets from the process that it runs in. */
export interface EngineParts {
  /** All engines of the platform. */
  readonly engines: readonly EngineDefinition[];
  readonly calls: EngineCalls;
  readonly secrets: SecretStore;
  /** Where people and engines reach us. */
  readonly publicUrl: string;
  /** The address of the entered company's incoming webhooks of an engine. */
  readonly hookUrl: (ctx: Ctx, engine: string) => Promise<string>;
}
