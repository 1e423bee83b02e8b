/** The flags that every command understands, beside those of its operation. */
export interface Options {
  help: boolean;
  version: boolean;
  json: boolean;
  all: boolean;
  dryRun: boolean;
  yes: boolean;
  idempotencyKey?: string;
  ifVersion?: string;
  key?: string;
  url?: string;
  tenant?: string;
  input?: string;
  file?: string;
  clear: string[];
}

type OptionName = keyof Options;

export const newOptions = (): Options => ({
  help: false,
  version: false,
  json: false,
  all: false,
  dryRun: false,
  yes: false,
  clear: [],
});

export interface OptionSpec {
  readonly flag: string;
  readonly name: OptionName;
  /** Placeholder of the value; absent for a switch. */
  readonly value?: string;
  readonly summary: string;
  /** Which commands show it in their help, and accept it. */
  readonly when?: 'list' | 'write' | 'versioned' | 'destroy' | 'input' | 'nullable' | 'upload' | 'root';
}

export const OPTIONS: readonly OptionSpec[] = [
  { flag: 'json', name: 'json', summary: "Print the API's answer as it is." },
  { flag: 'tenant', name: 'tenant', value: 'slug', summary: 'As the operator: act inside this company.' },
  { flag: 'all', name: 'all', when: 'list', summary: 'Fetch all pages; with --json as one document.' },
  {
    flag: 'input',
    name: 'input',
    value: 'file',
    when: 'input',
    summary: 'Read the input from a JSON file (- for stdin).',
  },
  {
    flag: 'file',
    name: 'file',
    value: 'file',
    when: 'upload',
    summary: 'Upload this file (- for stdin), in parts if it must be.',
  },
  {
    flag: 'clear',
    name: 'clear',
    value: 'field,…',
    when: 'nullable',
    summary: 'Empty fields (set them to null).',
  },
  {
    flag: 'dry-run',
    name: 'dryRun',
    when: 'write',
    summary: 'Check and show the answer, but change nothing.',
  },
  {
    flag: 'idempotency-key',
    name: 'idempotencyKey',
    value: 'key',
    when: 'write',
    summary: 'Repeats with the same key do it only once.',
  },
  {
    flag: 'if-version',
    name: 'ifVersion',
    value: 'n',
    when: 'versioned',
    summary: 'Only if this is still its version.',
  },
  { flag: 'yes', name: 'yes', when: 'destroy', summary: "Don't ask for confirmation." },
  { flag: 'key', name: 'key', value: 'key', summary: "Default: SMARTEROS_KEY, else the operator's key." },
  { flag: 'url', name: 'url', value: 'url', summary: 'Default: SMARTEROS_URL, else this machine.' },
  { flag: 'help', name: 'help', summary: 'Show help; works behind any command.' },
  { flag: 'version', name: 'version', when: 'root', summary: 'Show the version.' },
];

export function isSet(options: Options, { name }: OptionSpec): boolean {
  const value = options[name];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
