import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cli } from './fake-api.ts';

const ROOT = `SmarterOS: one identity, one API and one agent endpoint over your business stack.

Usage
  smarteros <command>
  smarteros <category> <verb> [flags]

Running SmarterOS
  up      Start SmarterOS on this machine.
  down    Stop it; data stays.
  status  Show what is running and how it is doing.
  logs    Show what its processes write.
  setup   Print the link that makes the first operator.
  doctor  Find out what is wrong and how to mend it.
  adopt   Take over the engines of an existing installation from its env file.
  test    Run the tests of this checkout.
  bench   Measure this checkout.

Working with it
  core    health, notes
  grants  open
  keys    create
  notes   create, delete, list, search-all

Flags
  --json           Print the API's answer as it is.
  --tenant <slug>  As the operator: act inside this company.
  --key <key>      Default: SMARTEROS_KEY, else the operator's key.
  --url <url>      Default: SMARTEROS_URL, else this machine.
  --help           Show help; works behind any command.
  --version        Show the version.

Flags and examples of a command
  smarteros contacts create --help

Completion in bash
  eval "$(smarteros completion)"
`;

const CATEGORY = `Commands of notes.

Usage
  smarteros notes <verb> [flags]

Verbs
  create      Write a note down.
  delete      Throw a note away.
  list        List notes.
  search-all  Find a line.

Flags and examples of a command
  smarteros notes create --help
`;

const CREATE = `Write a note down.

It is yours alone.

Usage
  smarteros notes create --name <text> [flags]

Flags
  --name <text>          What it says. Required.
  --colour red|blue      Its paper. Default: red.
  --price <n>            0–1000.
  --tax-id <text>        Whose it is.
  --[no-]urgent
  --tags <text>,…
  --place <json>
  --place.street <text>
  --place.floor <n>
  --values <json>
  --url <text>           Where it came from. SmarterOS's own --url goes before
                         the command.

Common flags
  --json                   Print the API's answer as it is.
  --tenant <slug>          As the operator: act inside this company.
  --input <file>           Read the input from a JSON file (- for stdin).
  --clear <field,…>        Empty fields (set them to null).
  --dry-run                Check and show the answer, but change nothing.
  --idempotency-key <key>  Repeats with the same key do it only once.
  --key <key>              Default: SMARTEROS_KEY, else the operator's key.
  --help                   Show help; works behind any command.

Access
  A key with the scope notes:write, or the operator with --tenant.

Examples
  # A note
  smarteros notes create --name 'Don'\\''t forget' --tags shop,soon
    Id      n-1
    Name    Milk
    Price   990
    Tags    shop, soon
    Due at  2026-03-04 05:06:07 UTC
`;

const DELETE = `Throw a note away.

Usage
  smarteros notes delete <id>

Arguments
  <id>  The note. Required. Also --id.

Common flags
  --json                   Print the API's answer as it is.
  --tenant <slug>          As the operator: act inside this company.
  --input <file>           Read the input from a JSON file (- for stdin).
  --dry-run                Check and show the answer, but change nothing.
  --idempotency-key <key>  Repeats with the same key do it only once.
  --if-version <n>         Only if this is still its version.
  --yes                    Don't ask for confirmation.
  --key <key>              Default: SMARTEROS_KEY, else the operator's key.
  --url <url>              Default: SMARTEROS_URL, else this machine.
  --help                   Show help; works behind any command.

Access
  A key with the scope notes:destroy, or the operator with --tenant.
`;

const shows = (expected: string) => ({ code: 0, out: expected, err: '' });

describe('help', () => {
  it('shows all categories at the root, however it is asked for', async () => {
    for (const args of [[], ['--help'], ['help'], ['-h']]) assert.deepEqual(await cli(args), shows(ROOT));
  });

  it('shows the verbs of a category, aliases among them', async () => {
    for (const args of [['notes'], ['notes', '--help'], ['help', 'notes']]) {
      assert.deepEqual(await cli(args), shows(CATEGORY));
    }
  });

  it('shows usage, flags, access and examples of an operation', async () => {
    assert.deepEqual(await cli(['notes', 'create', '--help']), shows(CREATE));
    assert.deepEqual(await cli(['help', 'notes', 'delete']), shows(DELETE));
  });

  it('helps even when the rest of the line is wrong', async () => {
    assert.deepEqual(await cli(['notes.create', '--nme', 'x', '--price', 'y', '-h']), shows(CREATE));
  });

  it('names the operation as it was called', async () => {
    assert.match((await cli(['notes', 'list', '--help'])).out, /smarteros notes list \[flags\]/);
    assert.match((await cli(['core', 'notes', '--help'])).out, /smarteros core notes \[flags\]/);
  });

  it('says who may call', async () => {
    assert.match((await cli(['grants', 'open', '-h'])).out, /^Access\n {2}The operator\.$/m);
    assert.match((await cli(['core', 'health', '-h'])).out, /^Access\n {2}Everybody, without a key\.$/m);
  });

  it('keeps to the width and paints only for terminals that have colours', async () => {
    const narrow = await cli(['notes', 'create', '--help'], { columns: 60 });
    assert.deepEqual(
      narrow.out.split('\n').filter((line) => line.length > 60),
      [],
    );
    assert.ok(!narrow.out.includes('\u001B'));
    assert.ok((await cli([], { colours: true })).out.includes('\n\u001B[1mUsage\u001B[22m\n'));
  });

  it('shows the version', async () => {
    assert.deepEqual(await cli(['--version']), shows('smarteros 1.2.3\n'));
  });
});
