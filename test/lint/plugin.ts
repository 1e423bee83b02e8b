import { relative } from 'node:path';
import {
  type DoorName,
  type Use,
  doorOfGlobal,
  doorOfImport,
  looksLikeSql,
  refuseDoor,
} from '#test/lint/doors.ts';
import { homeless, refuseImport } from '#test/lint/rooms.ts';

/** Oxlint's ESTree nodes, as far as these rules look at them. */
interface Node {
  readonly type: string;
  readonly parent: Node | null;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly specifiers?: readonly Node[];
  readonly importKind?: string;
  readonly imported?: Node;
  readonly local?: Node;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly object?: Node;
  readonly property?: Node;
  readonly id?: Node;
  readonly init?: Node | null;
  readonly properties?: readonly Node[];
  readonly key?: Node;
  readonly tag?: Node;
  readonly quasis?: readonly Node[];
}

interface Reference {
  readonly identifier: Node;
  readonly isTypeReference: boolean;
}

interface Context {
  readonly cwd: string;
  readonly filename: string;
  readonly sourceCode: {
    readonly scopeManager: {
      readonly globalScope: {
        readonly through: readonly Reference[];
        readonly set: ReadonlyMap<string, { readonly references: readonly Reference[] }>;
      };
    };
  };
  report(finding: { readonly message: string; readonly node: Node }): void;
}

type Visitor = Record<string, (node: Node) => void>;

const rooms = {
  create(context: Context): Visitor {
    const file = fileOf(context);
    const check = (node: Node): void => {
      const specifier = node.source?.value;
      const message = typeof specifier === 'string' ? refuseImport(file, specifier) : undefined;
      if (message) context.report({ message, node });
    };
    return {
      Program(node) {
        const message = homeless(file);
        if (message) context.report({ message, node });
      },
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const doors = {
  create(context: Context): Visitor {
    const file = fileOf(context);
    const report = (door: DoorName | undefined, node: Node): void => {
      const message = door && refuseDoor(file, door);
      if (message) context.report({ message, node });
    };
    const imports = (node: Node): void => {
      if (typeof node.source?.value !== 'string') return;
      for (const name of importedNames(node)) report(doorOfImport(node.source.value, name), node);
    };
    return {
      ImportDeclaration: imports,
      ExportNamedDeclaration: imports,
      ExportAllDeclaration: imports,
      ImportExpression: imports,
      Program() {
        for (const node of globalReferences(context)) {
          for (const [name, use] of usesOf(node)) report(doorOfGlobal(name, use), node);
        }
      },
      TaggedTemplateExpression(node) {
        const tag = node.tag?.type === 'MemberExpression' ? node.tag.object : node.tag;
        if (tag?.name === 'sql') report('sql', node);
      },
      Literal(node) {
        if (typeof node.value === 'string' && looksLikeSql(node.value)) report('sql', node);
      },
      TemplateLiteral(node) {
        if (looksLikeSql(cooked(node.quasis?.[0]))) report('sql', node);
      },
    };
  },
};

const HOOKS = new Set(['before', 'after', 'beforeEach', 'afterEach']);

/** All test files run in one process, where a hook outside every suite runs for the tests of all files. */
const hooks = {
  create(context: Context): Visitor {
    if (!fileOf(context).endsWith('.test.ts')) return {};
    return {
      CallExpression(node) {
        if (!HOOKS.has(node.callee?.name ?? '') || insideFunction(node)) return;
        const message = `${node.callee?.name}() outside describe() runs for every test file of the run: put it inside one.`;
        context.report({ message, node });
      },
    };
  },
};

// oxlint-disable-next-line import/no-default-export -- oxlint takes a plugin as the default export
export default { meta: { name: 'house' }, rules: { rooms, doors, hooks } };

function insideFunction(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (/Function/.test(at.type)) return true;
  return false;
}

function fileOf(context: Context): string {
  return relative(context.cwd, context.filename);
}

/** The names that are imported: `*` for all of them, `type` for one that leaves nothing at run time. */
function importedNames(node: Node): string[] {
  if (node.type === 'ImportExpression' || node.type === 'ExportAllDeclaration') return ['*'];
  if (node.importKind === 'type') return ['type'];
  if (!node.specifiers?.length) return ['*'];
  return node.specifiers.map((one) => {
    if (one.importKind === 'type') return 'type';
    if (one.type === 'ImportDefaultSpecifier') return 'default';
    if (one.type === 'ImportNamespaceSpecifier') return '*';
    return (one.imported ?? one.local)?.name ?? '*';
  });
}

/** Every mention of a name that no scope of the file declares. */
function globalReferences(context: Context): Node[] {
  const { through, set } = context.sourceCode.scopeManager.globalScope;
  const builtin = ['Date', 'globalThis'].flatMap((name) => set.get(name)?.references ?? []);
  return [...through, ...builtin].filter((one) => !one.isTypeReference).map((one) => one.identifier);
}

/** What is done with a global: `process.env` and `const { env } = process` are both a member `env` of `process`. */
function usesOf(node: Node): [name: string, use: Use][] {
  const { name = '', parent } = node;
  const members = membersOf(node);
  if (name === 'globalThis' && parent?.type === 'MemberExpression') {
    return members.flatMap((member) => [[member, useOf(parent)], ...membersOf(parent).map(asMember(member))]);
  }
  return members.length > 0 ? members.map(asMember(name)) : [[name, useOf(node)]];
}

const asMember =
  (name: string) =>
  (member: string): [string, Use] => [name, { kind: 'member', name: member }];

function useOf(node: Node): Use {
  const { parent } = node;
  const args = parent?.arguments?.length ?? 0;
  if (parent?.type === 'NewExpression' && parent.callee === node) return { kind: 'new', args };
  if (parent?.type === 'CallExpression' && parent.callee === node) return { kind: 'call', args };
  return { kind: 'other' };
}

function membersOf(node: Node): string[] {
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node) return [nameOf(parent.property)];
  if (parent?.type === 'VariableDeclarator' && parent.init === node && parent.id?.type === 'ObjectPattern') {
    return (parent.id.properties ?? []).map((property) => nameOf(property.key));
  }
  return [];
}

/** `env` in `process.env` and in `process['env']`. */
function nameOf(node: Node | undefined): string {
  return node?.name ?? (typeof node?.value === 'string' ? node.value : '');
}

function cooked(quasi: Node | undefined): string {
  const value = quasi?.value;
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string'
    ? value.cooked
    : '';
}
