import fc from 'fast-check';
import type { Compiled, JsonSchema } from '#kernel/types.ts';
import {
  BINARY_BODIES,
  ESCAPES,
  METHODS,
  ODD_HEADERS,
  ODD_TEXTS,
  PATHS,
  QUERIES,
  TEXT_BODIES,
  TYPES,
} from './odd.ts';
import { hasRaw, isUnstorable, NOT_UNICODE, NUL, toJson, wrongName, wrongValue } from './values.ts';

export type Input = Readonly<Record<string, unknown>>;

export interface Malformed {
  /** What is wrong with it, for the report. */
  readonly what: string;
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  /** Whether a success would be a fault; if not, it is sent as a dry run. */
  readonly mustFail: boolean;
  /** What it would be without HTTP, for surfaces that have it as one value. */
  readonly input?: Input;
}

const JSON_TYPE = 'application/json';
const DRY = { prefer: 'dry-run' };
const isTextual = ({ method }: Compiled): boolean => method === 'GET' || method === 'DELETE';
const properties = ({ inputSchema }: Compiled): Record<string, JsonSchema> =>
  (inputSchema['properties'] ?? {}) as Record<string, JsonSchema>;
/** `{anyOf: [text, null]}` → text. */
const main = (schema: JsonSchema): JsonSchema => (schema['anyOf'] as JsonSchema[] | undefined)?.[0] ?? schema;

/** A text for a path or query; what UTF-8 can't say goes as the bytes that a careless client sends. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : toJson(value));
const SURROGATE = '%ED%A0%80';
const escaped = (value: unknown): string =>
  asText(value).isWellFormed() ? encodeURIComponent(asText(value)) : SURROGATE;

const filled = (compiled: Compiled, input: Input): string =>
  compiled.path.replace(/\{(\w+)\}/g, (_, name: string) => escaped(input[name]));

/** Path and query as the API will read them: a name that comes twice is a list, an escape that makes no sense a text. */
function asRead(input: Input): Record<string, unknown> {
  const read = (value: unknown): string => (asText(value).isWellFormed() ? asText(value) : SURROGATE);
  const entries = Object.entries(input).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      read(name),
      Array.isArray(value) && value.length > 1
        ? value.map(read)
        : read(Array.isArray(value) ? value[0] : value),
    ]),
  );
}

function queryOf(compiled: Compiled, input: Input): string {
  const parts = Object.entries(input)
    .filter(([name]) => !compiled.pathParams.includes(name))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((item) => `${escaped(name)}=${escaped(item)}`),
    );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Whether the API's own schema refuses that input; a text that can't be stored is refused beyond it. */
function isRefused(compiled: Compiled, input: Input): boolean {
  // Nothing at the end of a path leaves the path of the list.
  if (compiled.pathParams.some((name) => input[name] === '')) return false;
  if (isTextual(compiled)) {
    const read = asRead(input);
    // In this order: turning text into numbers can make an infinite one.
    return !compiled.validateText(read) || isUnstorable(read);
  }
  // What stands in the path is a text there, whatever it was.
  const read = { ...input, ...asRead(pick(input, compiled.pathParams)) };
  return isUnstorable(read) || hasRaw(read) || !compiled.validateInput(JSON.parse(toJson(read)));
}

const pick = (input: Input, names: readonly string[]): Input =>
  Object.fromEntries(names.filter((name) => name in input).map((name) => [name, input[name]]));

/** A whole request with that input. */
export function requestOf(
  compiled: Compiled,
  input: Input,
  what: string,
  headers: Record<string, string> = {},
): Malformed {
  const { operation, method } = compiled;
  const mustFail = isRefused(compiled, input);
  const dry = mustFail || operation.effect === 'read' ? {} : DRY;
  const base = { what, operation: operation.name, method, mustFail, input };
  if (isTextual(compiled))
    return {
      ...base,
      url: filled(compiled, input) + queryOf(compiled, input),
      headers: { ...dry, ...headers },
    };
  const body = Object.fromEntries(
    Object.entries(input).filter(([name]) => !compiled.pathParams.includes(name)),
  );
  return {
    ...base,
    url: filled(compiled, input),
    headers: { 'content-type': JSON_TYPE, ...dry, ...headers },
    payload: toJson(body),
  };
}

/** One value of a good input spoiled, missing or too many. */
export function spoiledInput(compiled: Compiled, good: Input): fc.Arbitrary<Malformed> {
  const names = Object.keys(properties(compiled));
  const extra = fc.tuple(wrongName, wrongValue({})).map(([name, value]) => {
    const input = { ...good };
    Object.defineProperty(input, name, { value, enumerable: true, configurable: true });
    return requestOf(compiled, input, `extra ${name.slice(0, 30)}`);
  });
  if (names.length === 0) return extra;
  const spoiled = fc
    .constantFrom(...names)
    .chain((name) => fc.tuple(fc.constant(name), wrongValue(main(properties(compiled)[name]!))))
    .map(([name, value]) => requestOf(compiled, { ...good, [name]: value }, `spoiled ${name}`));
  const missing = fc
    .subarray(
      names.filter((name) => !compiled.pathParams.includes(name)),
      { minLength: 0 },
    )
    .map((gone) =>
      requestOf(
        compiled,
        Object.fromEntries(Object.entries(good).filter(([name]) => !gone.includes(name))),
        `without ${gone.join()}`,
      ),
    );
  return fc.oneof(
    { weight: 6, arbitrary: spoiled },
    { weight: 2, arbitrary: extra },
    { weight: 1, arbitrary: missing },
  );
}

/** Bodies that are no JSON object, or not one that may be read. */
export function brokenBody(compiled: Compiled, good: Input): fc.Arbitrary<Malformed> {
  const { payload: _, ...request } = requestOf(compiled, good, 'broken body');
  const whole = toJson(
    Object.fromEntries(Object.entries(good).filter(([name]) => !compiled.pathParams.includes(name))),
  );
  const cut = fc.nat(Math.max(0, whole.length - 2)).map((end) => whole.slice(0, end + 1));
  return fc
    .oneof(fc.constantFrom<(string | Buffer)[]>(...TEXT_BODIES, ...BINARY_BODIES), cut)
    .map((payload) => ({ ...request, payload, mustFail: true, headers: { 'content-type': JSON_TYPE } }));
}

export const wrongType = (compiled: Compiled, good: Input): fc.Arbitrary<Malformed> =>
  fc.constantFrom(...TYPES).map((type) => ({
    ...requestOf(compiled, good, `content type ${type.slice(0, 30)}`),
    headers: { 'content-type': type },
    mustFail: true,
  }));

export const oddHeader = (compiled: Compiled, good: Input): fc.Arbitrary<Malformed> =>
  fc.constantFrom(...ODD_HEADERS).map((headers) => {
    const request = requestOf(compiled, good, `header ${JSON.stringify(headers).slice(0, 60)}`);
    return { ...request, headers: { ...request.headers, ...headers } };
  });

/** Paths and queries that no client should write. */
export function oddUrl(compiled: Compiled, good: Input): fc.Arbitrary<Malformed> {
  const request = requestOf(compiled, good, 'odd url');
  const inQuery = fc.constantFrom(...QUERIES).map((query) => ({
    ...request,
    url: filled(compiled, good) + query,
    what: `query ${query.slice(0, 40)}`,
  }));
  if (compiled.pathParams.length === 0) return inQuery;
  const inPath = fc
    .constantFrom(...ESCAPES, ...ODD_TEXTS.map(escaped), ...NUL.map(escaped), ...NOT_UNICODE.map(escaped))
    .map((part) => ({
      ...request,
      url: compiled.path.replace(/\{\w+\}/g, () => part),
      what: `path ${part.slice(0, 40)}`,
    }));
  // A path that happens to name something is no fault, but dry.
  return fc
    .oneof(inQuery, inPath)
    .map((one) => ({ ...one, mustFail: false, headers: { ...one.headers, ...DRY } }));
}

const spoil = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + by.length);

/** A cursor of the operation's own with some of it changed, so that it looks right for as long as possible. */
export const spoiledCursor = (compiled: Compiled, good: Input, cursor: string): fc.Arbitrary<Malformed> => {
  const inside = Buffer.from(cursor, 'base64url').toString('latin1');
  const wrapped = (text: string): string => Buffer.from(text, 'latin1').toString('base64url');
  const place = fc.nat(inside.length - 1);
  return fc
    .oneof(
      place.map((at) => cursor.slice(0, at)),
      fc.constantFrom(
        cursor + cursor,
        `${cursor}=`,
        ` ${cursor}`,
        `${cursor}\0`,
        cursor.toUpperCase(),
        wrapped(inside.slice(0, -36) + '-'.repeat(36)),
      ),
      fc
        .tuple(place, fc.constantFrom('-', '--', ' ', 'g', '\0', "'", '.', 'Z', '--------'))
        .map(([at, by]) => wrapped(spoil(inside, at, by))),
    )
    .map((one) => ({ ...requestOf(compiled, { ...good, cursor: one }, 'spoiled cursor'), mustFail: false }));
};

export const wrongMethod = (
  compiled: Compiled,
  good: Input,
  routes: ReadonlySet<string>,
): fc.Arbitrary<Malformed> =>
  fc.constantFrom(...METHODS.filter((method) => !routes.has(`${method} ${compiled.path}`))).map((method) => ({
    ...requestOf(compiled, good, `method ${method}`),
    method,
    mustFail: true,
  }));

export const unknownPath: fc.Arbitrary<Malformed> = fc
  .oneof(
    fc.webPath().map((path) => `/nothing${path}`),
    fc.constantFrom(...PATHS),
  )
  .map((url) => ({
    what: `path ${url.slice(0, 40)}`,
    operation: '(none)',
    method: 'GET',
    url,
    headers: {},
    mustFail: true,
  }));
