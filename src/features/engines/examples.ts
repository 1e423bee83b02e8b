import { EXAMPLE } from '#core/example.ts';
import type { CompanyEngine } from './schema.ts';

const ready = (engine: string, title: string, steps: CompanyEngine['steps']): CompanyEngine => ({
  engine,
  title,
  connected: true,
  shared: true,
  wanted: 'present',
  reached: 'present',
  usable: true,
  status: 'done',
  step: null,
  steps,
  attempts: 0,
  error: null,
  nextTryAt: null,
  observedAt: EXAMPLE.tenant.createdAt,
  driftedAt: null,
});

/** In the order of the list of engines. */
export const exampleEngines: CompanyEngine[] = [
  ready('n8n', 'n8n', [
    { name: 'starter', title: 'Starter workflow' },
    { name: 'active', title: 'Workflow active' },
  ]),
];
