import type { Operation } from '#core/operation.ts';
import { execute } from './execute.ts';
import { execution, executions } from './executions.ts';
import { health } from './health.ts';
import { activate, create, deactivate, workflow, workflows } from './workflows.ts';

export const n8nOperations: readonly Operation[] = [
  workflows,
  workflow,
  create,
  activate,
  deactivate,
  execute,
  executions,
  execution,
  health,
];
