import { isScalar, type Shape } from './schema.ts';
import { enumerate } from './text.ts';
import { UsageError } from './types.ts';

function json(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A flag's text as the value that the operation takes. @throws UsageError that names the flag */
export function parseValue(shape: Shape, text: string, flag: string): unknown {
  const wrong = (expected: string) => new UsageError(`--${flag} must be ${expected}, not \`${text}\`.`);
  if (shape.choices) {
    const choice = shape.choices.find((one) => String(one) === text);
    if (choice === undefined) throw wrong(enumerate(shape.choices.map(String), 'or'));
    return choice;
  }
  switch (shape.kind) {
    case 'text':
      return text;
    case 'integer':
      if (!/^-?\d+$/.test(text)) throw wrong('a whole number');
      if (!Number.isSafeInteger(Number(text))) throw wrong('a smaller number');
      return Number(text);
    case 'number':
      if (text.trim() === '' || !Number.isFinite(Number(text))) throw wrong('a number');
      return Number(text);
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrong('true or false');
      return text === 'true';
    case 'list':
      return parseList(shape, [text], flag);
    case 'object': {
      const parsed = json(text);
      if (!parsed || !isObject(parsed.value)) throw wrong(`a JSON object like '{"name":"value"}'`);
      return parsed.value;
    }
    case 'any': {
      const parsed = json(text);
      return parsed ? parsed.value : text;
    }
  }
}

/** `--tags a,b --tags c`, or the whole list as JSON: the way for items that contain commas. */
export function parseList(shape: Shape, texts: readonly string[], flag: string): unknown[] {
  const items = shape.items();
  return texts.flatMap((text) => {
    const whole = text.startsWith('[') ? json(text) : undefined;
    if (whole && Array.isArray(whole.value)) return whole.value as unknown[];
    const parts = isScalar(items)
      ? text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
      : [text];
    return parts.map((part) => parseValue(items, part, flag));
  });
}
