import type { N8nNode } from './shapes.ts';
import starter from './templates/starter.json' with { type: 'json' };

/** What a workflow is made from: exactly the fields that n8n takes. */
export interface Draft {
  readonly name: string;
  readonly nodes: readonly N8nNode[];
  readonly connections: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The operator's templates, by name. */
export const TEMPLATES = { starter } as const;
export type TemplateName = keyof typeof TEMPLATES;

const PLACEHOLDER = /%([a-zA-Z]+)%/g;

/**
 * A template with its placeholders filled. A value never lands in a text that n8n would evaluate (those begin with `=`),
 * and none begins with `=` itself: a company's name is whatever somebody has typed.
 */
export function fill(template: TemplateName, values: Readonly<Record<string, string>>): Draft {
  const fillText = (text: string): string => {
    if (text.startsWith('=')) return text;
    const filled = text.replaceAll(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
    return filled.replace(/^=+/, '');
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one)]));
  };
  return walk(TEMPLATES[template]) as Draft;
}
