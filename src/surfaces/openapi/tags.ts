import type { Catalogue, JsonSchema } from '#kernel/types.ts';

/** What each category is about; `.spectral.yaml` refuses a category that is missing here. */
const CATEGORIES: Readonly<Record<string, string>> = {
  core: 'The platform itself: what it is, how it fares and what it offers.',
  tenants: 'The companies on this platform, each with its own data behind its own wall.',
  keys: 'API keys: what a program or an agent logs in with, and what it may do.',
  audit: 'Who did what and when: a record that can be proven to be unchanged.',
  contacts: "A company's people and organisations, each kept once for every system.",
  odoo: "The company's Odoo: any model, read and written.",
  supabase: "The company's Supabase tables.",
  n8n: "The company's n8n workflows and their executions.",
  chatwoot: "The company's conversations with its customers.",
  mail: 'Mail that leaves in the name of the company.',
};

export function tagsOf(catalogue: Catalogue): JsonSchema[] {
  const categories = new Set(catalogue.operations.map(({ operation }) => categoryOf(operation.name)));
  return [...categories].map((name) => ({
    name,
    ...(CATEGORIES[name] !== undefined && { description: CATEGORIES[name] }),
  }));
}

export const categoryOf = (name: string): string => name.slice(0, name.indexOf('.'));
