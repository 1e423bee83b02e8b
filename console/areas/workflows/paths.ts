export const workflowHref = (id: string): string => `/workflows/view?id=${encodeURIComponent(id)}`;
export const executionHref = (id: string): string => `/workflows/execution?id=${encodeURIComponent(id)}`;
export const executionsHref = (workflow?: string): string =>
  workflow === undefined
    ? '/workflows/executions'
    : `/workflows/executions?workflow=${encodeURIComponent(workflow)}`;

/** The operator's workflows end in a mark that tells companies apart; it is nothing for people. */
const MARK = / *\[[0-9a-f]{8}-[0-9a-f-]{27}:[\w-]+\]$/i;
export const nameOf = (name: string): string => name.replace(MARK, '');

/** What a step is, in words: `n8n-nodes-base.respondToWebhook` does “respond to webhook”. */
export const kindOf = (type: string): string =>
  triggerOf(type)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** What starts a workflow, in a word: `n8n-nodes-base.webhook` is a `webhook`. */
export const triggerOf = (type: string): string => (type.split('.').at(-1) ?? type).replace(/Trigger$/, '');
