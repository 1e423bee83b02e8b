import { invalidField } from '#core/errors.ts';

/** A condition. `[1, '=', 1]` and `[0, '=', 1]` are Odoo's words for always and never. */
export type Leaf = readonly [field: string | 0 | 1, operator: string, value: unknown];
export type Tree =
  | { readonly leaf: Leaf }
  | { readonly not: Tree }
  | { readonly both: readonly [Tree, Tree]; readonly by: '&' | '|' };

const MAX_TERMS = 1_000;
const FIELD = /^[a-z_][\w]*(?:\.[a-z_][\w]*)*$/i;

const bad = () =>
  invalidField('domain', 'domain', {
    en: 'must be a domain: conditions [field, operator, value], each of & and | before the two and ! before the one that it is about',
    es: 'debe ser un dominio: condiciones [campo, operador, valor], cada & y | delante de las dos y ! delante de la que afecta',
  });

function toLeaf(term: unknown): Leaf {
  if (!Array.isArray(term) || term.length !== 3) throw bad();
  const [field, operator, value] = term as unknown[];
  const named = typeof field === 'string' && FIELD.test(field);
  const constant = (field === 0 || field === 1) && operator === '=' && value === 1;
  if ((!named && !constant) || typeof operator !== 'string' || value === undefined) throw bad();
  return [field, operator.toLowerCase(), value];
}

/**
 * The conditions of a domain; those that stand side by side must all hold. Versions complain of a malformed one in
 * different ways, and half of one would swallow a condition of ours: so it is read here.
 * @throws AppError invalid_input
 */
export function parseDomain(domain: readonly unknown[]): readonly Tree[] {
  if (domain.length > MAX_TERMS) throw bad();
  // From the end, as terms of a prefix notation are complete there.
  const stack: Tree[] = [];
  const pop = (): Tree => {
    const tree = stack.pop();
    if (!tree) throw bad();
    return tree;
  };
  for (const term of domain.toReversed()) {
    if (term === '!') stack.push({ not: pop() });
    else if (term === '&' || term === '|') stack.push({ both: [pop(), pop()], by: term });
    else stack.push({ leaf: toLeaf(term) });
  }
  return stack.toReversed();
}

/** A domain again, with what becomes of each condition. */
export function writeDomain(trees: readonly Tree[], leaf: (leaf: Leaf) => Leaf = (one) => one): unknown[] {
  const terms: unknown[] = [];
  const write = (tree: Tree): void => {
    if ('leaf' in tree) return void terms.push(leaf(tree.leaf));
    if ('not' in tree) {
      terms.push('!');
      return write(tree.not);
    }
    terms.push(tree.by);
    for (const one of tree.both) write(one);
  };
  // Said aloud, so that nothing before it can be misread.
  for (const [index, tree] of trees.entries()) {
    if (index < trees.length - 1) terms.push('&');
    write(tree);
  }
  return terms;
}

/** Every condition in them. */
export function leaves(trees: readonly Tree[]): Leaf[] {
  return trees.flatMap((tree): Leaf[] => {
    if ('leaf' in tree) return [tree.leaf];
    return leaves('not' in tree ? [tree.not] : tree.both);
  });
}
