import { Workflow } from 'lucide-react';
import type { Area } from '#areas/area.ts';

const N8N = ['/n8n'];

export const workflowsArea: Area = {
  id: 'workflows',
  title: 'workflows.title',
  href: '/workflows',
  icon: Workflow,
  scope: 'n8n:read',
  key: 'f',
  group: 'work',
  actions: [
    {
      id: 'workflows.executions',
      title: 'workflows.failed',
      icon: Workflow,
      scope: 'n8n:read',
      href: '/workflows/executions?status=error',
    },
  ],
  live: {
    'n8n.told': N8N,
    'engine.reached': N8N,
  },
  needs: 'n8n',
};
