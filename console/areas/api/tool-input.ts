import type { Schema, ToolInput } from './openapi.ts';

export type Kind = 'text' | 'number' | 'yesNo' | 'choice' | 'json';

/** Without the `null` that a nullable one may be as well. */
function plain(schema: Schema): Schema {
  const [only, ...others] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  return only && others.length === 0 ? { ...schema, ...only } : schema;
}

export function kindOf(of: Schema): Kind {
  const { type, enum: values } = plain(of);
  if (values) return 'choice';
  if (type === 'string') return 'text';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'boolean' ? 'yesNo' : 'json';
}

export const choicesOf = (of: Schema): readonly string[] => (plain(of).enum ?? []).map(String);

/** As it stands in a field. */
export const textOfValue = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** What was typed, as the API takes it; what is empty isn't sent. @throws SyntaxError what is no JSON, with its field as cause */
export function inputOf(inputs: readonly ToolInput[], form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    inputs.flatMap(({ name, schema }) => {
      const text = String(form.get(name) ?? '');
      if (text === '') return [];
      const kind = kindOf(schema);
      if (kind === 'text' || kind === 'choice') return [[name, text]];
      try {
        return [[name, JSON.parse(text) as unknown]];
      } catch {
        throw new SyntaxError(text, { cause: name });
      }
    }),
  );
}
