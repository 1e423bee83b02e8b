import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { findings } from '#test/lint/tree.ts';

const project = join(import.meta.dirname, '../..');

/** A file, its text, and words of the finding that lint must make; none when it must find nothing. */
type Case = readonly [path: string, text: string, finds?: string];

const CASES: readonly Case[] = [
  ['src/core/a.ts', "export * from '#platform/config.ts';", 'core is pure'],
  ['src/core/b.ts', "export * from 'fastify';", 'It may import zod and the standard library'],
  [
    'src/core/c.ts',
    "export * from 'zod';\nexport * from 'node:crypto';\nexport * from '#core/d.ts';\nexport * from './d.ts';",
  ],
  ['src/core/d.ts', "export * from '../platform/config.ts';", 'No parent-relative imports'],
  ['src/platform/a.ts', "export * from '#kernel/pipeline.ts';", 'platform knows nothing above core'],
  ['src/platform/b.ts', "export * from '#core/c.ts';\nexport * from 'fastify';"],
  ['src/engines/odoo/a.ts', "export * from '#engines/n8n/client.ts';", 'engines do not know each other'],
  ['src/engines/odoo/b.ts', "export * from '#platform/db/pool.ts';", 'through platform/http.ts'],
  ['src/engines/odoo/c.ts', "export * from '#features/contacts/index.ts';", 'app/catalogue.ts'],
  [
    'src/engines/odoo/d.ts',
    "export * from '#platform/http.ts';\nexport * from '#engines/odoo/people.ts';\nexport * from '#core/c.ts';",
  ],
  ['src/features/ledger/a.ts', "export * from '#features/contacts/store.ts';", "the feature's index.ts"],
  ['src/features/ledger/b.ts', "export * from '#engines/odoo/client.ts';", 'by its capability'],
  ['src/features/ledger/c.ts', "export const lazy = () => import('#kernel/pipeline.ts');", 'through ctx'],
  ['src/features/ledger/d.ts', "export type T = import('#host/index.ts').Plan;", 'only features/hosting'],
  ['src/features/ledger/e.ts', "export * from '#surfaces/rest/index.ts';", 'surfaces render operations'],
  [
    'src/features/ledger/f.ts',
    "import type { Harness } from '#test/harness/x.ts';\nexport type T = Harness;",
    'only tests',
  ],
  [
    'src/features/ledger/g.ts',
    "export * from '#features/contacts/index.ts';\nexport * from '#platform/clock.ts';\nexport * from './a.ts';",
  ],
  ['src/features/ledger/g.test.ts', "export * from '#app/main.ts';\nexport * from '#test/harness/x.ts';"],
  ['src/features/ledger/h.test.ts', "export * from '../contacts/store.ts';", 'No parent-relative imports'],
  ['src/features/hosting/a.ts', "export * from '#host/index.ts';"],
  ['src/features/hosting/b.ts', "export * from '#host/plan.ts';", 'through host/index.ts'],
  ['src/features/loose.ts', 'export const x = 1;', 'stands in no room'],
  ['src/kernel/a.ts', "export * from '#features/contacts/index.ts';", 'as definitions'],
  ['src/surfaces/a.ts', "export * from '#app/catalogue.ts';", 'nobody imports app'],
  ['src/surfaces/b.ts', "export * from '#kernel/pipeline.ts';\nexport * from '#platform/http.ts';"],
  ['src/host/a.ts', "export * from '#platform/db/pool.ts';", 'while PostgreSQL is down'],
  ['src/host/b.ts', "export * from '#platform/jobs.ts';", 'while PostgreSQL is down'],
  ['src/host/c.ts', "export * from '#engines/odoo/client.ts';", 'by its capability'],
  ['src/host/d.ts', "export * from '#engines/odoo/blueprint.ts';\nexport * from '#platform/http.ts';"],
  [
    'src/app/a.ts',
    "export * from '#features/contacts/store.ts';\nexport * from '#host/plan.ts';\nexport * from '#kernel/pipeline.ts';",
  ],
  ['src/app/b.ts', "export * from '#client';", 'for programs outside'],
  ['client/a.ts', "export * from '#core/c.ts';", 'knows nothing of the server'],

  ['src/kernel/env.ts', 'export const x = process.env;', 'The environment is read'],
  ['src/kernel/env2.ts', 'export const { env } = process;', 'The environment is read'],
  ['src/kernel/env3.ts', "export { env } from 'node:process';", 'The environment is read'],
  ['src/kernel/env4.ts', "export const x = globalThis.process['env'];", 'The environment is read'],
  ['src/platform/config.ts', 'export const x = process.env;'],
  ['src/kernel/time.ts', 'export const x = Date.now();', 'Time comes from'],
  ['src/kernel/time2.ts', 'export const x = new Date();', 'Time comes from'],
  ['src/kernel/time3.ts', 'export const x = performance.now();', 'Time comes from'],
  [
    'src/kernel/time4.ts',
    "import { performance } from 'node:perf_hooks';\nexport const x = performance;",
    'Time comes from',
  ],
  ['src/kernel/time5.ts', 'export const x = (time: Date): Date => new Date(time.getTime() + 1);'],
  ['src/platform/clock.ts', 'export const x = new Date();'],
  ['src/kernel/http.ts', "export const x = () => fetch('http://localhost');", 'Outgoing HTTP'],
  ['src/kernel/http2.ts', 'export const x = { fetch };', 'Outgoing HTTP'],
  [
    'src/kernel/http3.ts',
    "import { request } from 'node:https';\nexport const x = request;",
    'Outgoing HTTP',
  ],
  ['src/kernel/http4.ts', "export * from 'undici';", 'Outgoing HTTP'],
  ['src/kernel/http5.ts', "import { Agent } from 'undici';\nexport const x = Agent;", 'Outgoing HTTP'],
  [
    'src/kernel/http6.ts',
    'export const x = (ctx: { fetch: () => number }, fetch = ctx.fetch): number => fetch();',
  ],
  ['src/kernel/http7.ts', "import { createServer } from 'node:http';\nexport const x = createServer;"],
  ['src/platform/http.ts', 'export const x = fetch;'],
  ['src/platform/http/a.ts', 'export const x = fetch;'],
  ['src/platform/https.ts', 'export const x = fetch;', 'Outgoing HTTP'],
  ['src/kernel/sql.ts', "import { Pool } from 'pg';\nexport const x = Pool;", 'SQL stands only'],
  [
    'src/kernel/sql2.ts',
    "import type { Kysely } from 'kysely';\nexport type X = Kysely<object>;",
    'SQL stands only',
  ],
  ['src/kernel/sql3.ts', 'export const x = (sql: typeof String.raw): string => sql`a`;', 'SQL stands only'],
  ['src/kernel/sql4.ts', "export const x = 'SELECT 1 FROM core.tenant';", 'SQL stands only'],
  [
    'src/kernel/sql5.ts',
    'export const x = (id: number): string => `update core.tenant set a = ${id}`;',
    'SQL stands only',
  ],
  ['src/kernel/sql6.ts', "export const x = 'Select a tenant from the list, then update it.';"],
  [
    'src/kernel/outbox/store.ts',
    "import { Pool } from 'pg';\nexport const x = [Pool, 'select 1 from core.tenant'];",
  ],
  ['src/platform/db/pool.ts', "import { Pool } from 'pg';\nexport const x = Pool;"],

  [
    'src/kernel/hook.test.ts',
    "import { before } from 'node:test';\nbefore(() => {});",
    'runs for every test file',
  ],
  [
    'src/kernel/hook2.test.ts',
    "import { before, describe } from 'node:test';\ndescribe('x', () => {\n  before(() => {});\n});",
  ],

  ['src/kernel/say.ts', "console.log('x');", 'no-console'],
  ['src/host/say.ts', "console.log('x');"],
  ['src/kernel/default.ts', 'export default 1;', 'no-default-export'],
  ['src/kernel/any.ts', 'export const x = (y: any): string => String(y);', 'no-explicit-any'],
  ['src/kernel/long.ts', 'export {};\n'.repeat(501), 'max-lines'],
  ['src/kernel/float.ts', 'const x = async (): Promise<void> => {};\nx();', 'no-floating-promises'],
  [
    'src/kernel/misuse.ts',
    'export const x = (a: Promise<boolean>): number => (a ? 1 : 2);',
    'no-misused-promises',
  ],
  ['src/kernel/ignore.ts', '// @ts-expect-error\nexport const x: string = 1;', 'ban-ts-comment'],
  ['src/kernel/ring-a.ts', "import { b } from './ring-b.ts';\nexport const a = (): number => b;", 'no-cycle'],
  ['src/kernel/ring-b.ts', "import { a } from './ring-a.ts';\nexport const b = a();", 'no-cycle'],
];

describe('lint', () => {
  const found = lint(CASES);
  for (const [path, text, finds] of CASES) {
    it(`${path}: ${finds ? `finds "${finds}"` : 'finds nothing'} in ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => {
      const messages = found.get(path)?.join('\n') ?? '';
      if (finds) assert.match(messages, new RegExp(finds.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)));
      else assert.equal(messages, '');
    });
  }
});

describe('the tree', () => {
  const feature = (path: string, text: string) => ({ path: `src/features/${path}`, text });

  it('has no cycle between features', () => {
    const ring = [
      feature('a/jobs.ts', "import { b } from '#features/b/index.ts';"),
      feature('b/operations.ts', "import type { C } from '#features/c/index.ts';"),
      feature('c/rules.ts', "const a = await import('#features/a/index.ts');"),
    ];
    assert.match(findings(ring).join('\n'), /a → b → c → a/);
    assert.deepEqual(findings(ring.slice(1)), []);
  });

  it('ignores what only tests import', () => {
    const tests = [
      feature('a/jobs.test.ts', "import { b } from '#features/b/index.ts';"),
      feature('b/index.ts', "import { a } from '#features/a/index.ts';"),
    ];
    assert.deepEqual(findings(tests), []);
  });

  it('keeps operations out of the worker', () => {
    const sources = [
      { path: 'src/app/processes.ts', text: "import { aJobs } from '#features/a/index.ts';" },
      feature('a/index.ts', "export { aJobs } from './jobs.ts';\nexport type { A } from './operations.ts';"),
      feature('a/operations.ts', 'export const list = defineOperation({});'),
    ];
    const jobs = (text: string) => findings([...sources, feature('a/jobs.ts', text)]).join();
    assert.equal(jobs("const later = () => import('./operations.ts');"), '');
    assert.match(
      jobs("import {\n  list,\n} from './operations.ts';"),
      /processes\.ts → .*a\/index\.ts → .*jobs\.ts → src\/features\/a\/operations\.ts: the worker/,
    );
  });

  it('begins every shell script strictly', () => {
    const good = '#!/usr/bin/env bash\n# Installs.\nset -euo pipefail\n';
    assert.deepEqual(findings([{ path: 'smarteros', text: good }]), []);
    assert.match(
      findings([{ path: '.ci/run', text: '#!/bin/sh\n' }]).join(),
      /starts with #!\/usr\/bin\/env bash/,
    );
    assert.match(
      findings([{ path: 'deploy/a.sh', text: '#!/usr/bin/env bash\nset -e\n' }]).join(),
      /pipefail/,
    );
    assert.match(findings([{ path: 'deploy/b.sh', text: 'echo\n' }]).join(), /starts with/);
  });

  it('holds no file above 500 lines, unless it is generated', () => {
    const text = 'select 1;\n'.repeat(501);
    assert.match(findings([{ path: 'migrations/0001_core.sql', text }]).join(), /501 lines/);
    assert.deepEqual(findings([{ path: 'client/api.gen.ts', text }]), []);
  });

  it('names an engine in its folder, in the list and nowhere else', () => {
    const engine = { path: 'src/engines/acme/index.ts', text: "defineEngine({ name: 'acme' });" };
    const named = (path: string, text: string) => findings([engine, { path, text }]).join();
    assert.match(
      named('src/features/x/jobs.ts', "if (engine === 'acme') {}"),
      /jobs\.ts:1: only src\/engines\/acme/,
    );
    assert.match(named('src/kernel/a.ts', "\nimport { a } from '#engines/acme/client.ts';"), /a\.ts:2:/);
    assert.match(named('src/engines/other/index.ts', 'const url = `https://host/acme`;'), /only/);
    assert.match(named('src/core/a.ts', 'throw new Error("Acme is down");'), /only/);
    assert.equal(
      named('src/core/a.ts', '/** e.g. acme */\nconst a = 1; // acme\nconst pacmec = acmeish;'),
      '',
    );
    assert.equal(named('src/app/engines.ts', "import { acme } from '#engines/acme/index.ts';"), '');
    assert.equal(named('src/features/x/jobs.test.ts', "'acme'"), '');
    assert.match(named('src/app/engines.ts', ''), /names no engine any more/);
  });

  it('explains every suppression', () => {
    const directive = ['//', 'oxlint-disable-next-line no-console'].join(' ');
    assert.match(findings([{ path: 'src/a.ts', text: directive }]).join(), /a suppression says why/);
    assert.deepEqual(findings([{ path: 'src/a.ts', text: `${directive} -- the command's output` }]), []);
  });
});

/** Runs the project's own lint over the cases in a folder of their own: file → messages. */
function lint(cases: readonly Case[]): Map<string, string[]> {
  const place = mkdtempSync(join(tmpdir(), 'smarteros-lint-'));
  try {
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
      cpSync(join(project, name), join(place, name));
    symlinkSync(join(project, 'node_modules'), join(place, 'node_modules'));
    mkdirSync(join(place, 'test'));
    symlinkSync(import.meta.dirname, join(place, 'test/lint'));
    for (const [path, text] of cases) {
      mkdirSync(join(place, dirname(path)), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    const binary = join(project, 'node_modules/oxlint/bin/oxlint');
    const run = spawnSync(process.execPath, [binary, '--format=json', 'src', 'client'], {
      cwd: place,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(run.stdout) as {
      diagnostics: { filename: string; code: string; message: string }[];
    };
    const found = new Map<string, string[]>();
    for (const { filename, code, message } of diagnostics) {
      found.set(filename, [...(found.get(filename) ?? []), `${code}: ${message}`]);
    }
    return found;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
