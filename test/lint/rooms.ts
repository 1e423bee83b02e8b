/**
 * The house plan (ARCHITECTURE.md §2): which room may import what. Everything not listed is refused, so a new room
 * or a new specifier starts closed. Files are named relative to the project, imports as they are written.
 */
interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** What it may import besides its own files (`./…`, `#<room>/…`) and node:. */
  readonly may: readonly RegExp[];
  /** The same in words, for the message. */
  readonly inWords: string;
}

const CORE = /^#core\//;
const PLATFORM = /^#platform\//;
const NPM = /^[^#.]/;
const FEATURE_INDEX = /^#features\/[^/]+\/index\.ts$/;

/** The first match counts: an exception stands before its rule. */
const ROOMS: readonly Room[] = [
  { name: 'core', files: /^src\/core\//, may: [/^zod$/], inWords: 'zod and the standard library' },
  { name: 'platform', files: /^src\/platform\//, may: [CORE, NPM], inWords: 'core and packages' },
  {
    name: 'features/hosting',
    files: /^src\/features\/hosting\//,
    may: [CORE, PLATFORM, FEATURE_INDEX, /^#host\/index\.ts$/, NPM],
    inWords: "core, platform, another feature's index.ts, host/index.ts and packages",
  },
  {
    name: 'features/*',
    files: /^src\/features\/[^/]+\//,
    may: [CORE, PLATFORM, FEATURE_INDEX, NPM],
    inWords: "core, platform, another feature's index.ts and packages",
  },
  {
    name: 'engines/*',
    files: /^src\/engines\/[^/]+\//,
    may: [CORE, /^#platform\/http\.ts$/, NPM],
    inWords: 'core, platform/http.ts and packages',
  },
  {
    name: 'kernel',
    files: /^src\/kernel\//,
    may: [CORE, PLATFORM, NPM],
    inWords: 'core, platform and packages',
  },
  {
    name: 'surfaces',
    files: /^src\/surfaces\//,
    may: [CORE, PLATFORM, /^#kernel\//, NPM],
    inWords: 'core, platform, kernel and packages',
  },
  {
    name: 'host',
    files: /^src\/host\//,
    may: [CORE, /^#platform\/(?!(?:db|jobs)(?:\/|\.ts$))/, /^#engines\/[^/]+\/blueprint\.ts$/, NPM],
    inWords: "core, platform without db and jobs, engines' blueprint.ts and packages",
  },
  {
    name: 'app',
    files: /^src\/app\//,
    may: [/^#(?!test\/|client$)/, NPM],
    inWords: 'every room of src and packages',
  },
  { name: 'client', files: /^client\//, may: [NPM], inWords: 'packages' },
];

/** What to do instead: the first line whose importer and specifier both match. */
const INSTEAD: readonly (readonly [from: RegExp, to: RegExp, advice: string])[] = [
  [/^client$/, /./, 'the client is generated from openapi.json and knows nothing of the server'],
  [/./, /^#app\//, 'nobody imports app: let app hand the value in as a parameter'],
  [/./, /^#test\//, 'only tests and benches use the test harness'],
  [/./, /^#client$/, 'the client is for programs outside: inside, run the operation through the kernel'],
  [
    /^core$/,
    /./,
    'core is pure: take the value as a parameter, or declare an interface here that platform fulfils',
  ],
  [/^platform$/, /./, 'platform knows nothing above core: take what you need as a parameter'],
  [/^engines/, /^#engines\//, 'engines do not know each other: put what both need in core'],
  [
    /./,
    /^#engines\//,
    'reach an engine by its capability: declare it in core/capabilities.ts and call ctx.engine(…)',
  ],
  [
    /^features/,
    /^#features\//,
    "import the feature's index.ts, or react to its event with defineJob({ on })",
  ],
  [/./, /^#features\//, 'features reach this room as definitions, through app/catalogue.ts'],
  [/^features/, /^#kernel\//, 'the kernel hands everything a feature needs in through ctx'],
  [/./, /^#kernel\//, 'take what the kernel makes as a parameter; types that both need belong in core'],
  [
    /./,
    /^#surfaces\//,
    'surfaces render operations and nothing builds on them: put shared code in core or kernel',
  ],
  [/./, /^#host\//, 'only features/hosting uses the host, through host/index.ts'],
  [
    /^host$/,
    /^#platform\/(?:db|jobs)/,
    'host works while PostgreSQL is down: start `app/main.ts migrate` as a process instead',
  ],
  [
    /^engines/,
    /^#platform\//,
    'an engine talks through platform/http.ts and keeps nothing; ctx carries clock, secrets and log',
  ],
];

export const isTest = (file: string): boolean => /^(?:test|bench)\/|\.test\.ts$/.test(file);

/** Why `file` may not import `specifier`, in one sentence with what to do instead; nothing when it may. */
export function refuseImport(file: string, specifier: string): string | undefined {
  if (/^\.\.(?:\/|$)/.test(specifier))
    return `No parent-relative imports: a room is left through its door. Write '#room/path.ts' instead of '${specifier}'.`;
  if (isTest(file) || specifier.startsWith('./') || specifier.startsWith('node:')) return undefined;
  const room = ROOMS.find((one) => one.files.test(file));
  if (!room) return homeless(file);
  const own = file.match(/^src\/((?:features|engines)\/[^/]+|[^/]+)\//)?.[1];
  if (own && specifier.startsWith(`#${own}/`)) return undefined;
  if (room.may.some((allowed) => allowed.test(specifier))) return undefined;
  const advice = INSTEAD.find(([from, to]) => from.test(room.name) && to.test(specifier))?.[2];
  return `${own ?? room.name} may not import '${specifier}'${advice ? `: ${advice}` : ''}. It may import ${room.inWords}.`;
}

/** Why a file stands in no room; nothing when it has one. */
export function homeless(file: string): string | undefined {
  if (!file.startsWith('src/') || ROOMS.some((room) => room.files.test(file))) return undefined;
  return `${file} stands in no room: features and engines have a folder per noun, the rooms are listed in ARCHITECTURE.md §2.`;
}
