import { isScalar, type Shape } from './schema.ts';
import { kebab } from './text.ts';

/** A value of the input that can be set by a flag: `--tax-id`, `--address.street`, `--values.partner_name`. */
export interface Flag {
  readonly name: string;
  /** Property names from the input inwards. */
  readonly path: readonly string[];
  readonly required: boolean;
  readonly shape: Shape;
}

/**
 * The flags of an object, those of the objects inside it behind their own. Parts of an object without fixed names
 * exist only when asked for (`wanted`); recursive schemas are followed no deeper than `wanted` goes.
 */
export function flagsOf(shape: Shape, wanted = '', path: readonly string[] = [], prefix = ''): Flag[] {
  const flags = shape.properties().flatMap((property): Flag[] => {
    const name = prefix + kebab(property.name);
    const at = [...path, property.name];
    const flag = { name, path: at, required: property.required, shape: property.shape };
    const deeper =
      property.shape.kind === 'object' && (path.length === 0 || wanted.split('.').length > at.length);
    return [flag, ...(deeper ? flagsOf(property.shape, wanted, at, `${name}.`) : [])];
  });
  const rest = shape.rest();
  const own = wanted.startsWith(prefix) ? wanted.slice(prefix.length) : '';
  if (!rest || prefix === '' || own === '' || flags.some((flag) => flag.name === wanted)) return flags;
  return [...flags, { name: wanted, path: [...path, ...own.split('.')], required: false, shape: rest }];
}

/** What stands for the value in usage lines: `<text>`, `<n>`, `a|b`; nothing for a switch. */
export function placeholder(shape: Shape): string {
  switch (shape.kind) {
    case 'boolean':
      return '';
    case 'integer':
    case 'number':
      return choices(shape) ?? '<n>';
    case 'text':
      return choices(shape) ?? `<${shape.format ?? 'text'}>`;
    case 'list': {
      const items = shape.items();
      return isScalar(items) ? `${placeholder(items) || 'true|false'},…` : '<json>';
    }
    case 'object':
    case 'any':
      return '<json>';
  }
}

const MAX_CHOICES_CHARS = 40;

function choices(shape: Shape): string | undefined {
  const all = shape.choices?.join('|');
  return all === undefined || all.length > MAX_CHOICES_CHARS ? undefined : all;
}
