import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

export type ConfigProblem = { name: string; message: string; from: string };

/** The settings file as flat text values, plus what is wrong with it as a file. */
export type SettingsFile = { values: Record<string, string>; problems: ConfigProblem[] };

const SHAPE = 'expected one "NAME: value" per line; see smarteros.example.yaml';

function readText(path: string): { text: string } | { problem: string } {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { text: '' };
    return { problem: `can't be read (${String(code)}); give this user the right to read it` };
  }
}

/** A scalar, or a list of them (joined by commas, as the environment has it); undefined for anything deeper. */
function flatten({ isScalar, isSeq }: typeof Yaml, value: unknown): string | undefined {
  if (value === null) return '';
  if (isScalar(value)) return typeof value.value === 'string' ? value.value : '';
  if (!isSeq(value)) return undefined;
  const parts = value.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
  return parts.includes(undefined) ? undefined : parts.join(',');
}

/**
 * Reads a flat YAML map. Values stay text (YAML would turn 0123 into 83 and `no` into false); a missing file is an
 * empty one. Problems never quote the file: a line may hold a secret.
 */
export function readSettingsFile(path: string): SettingsFile {
  const found = readText(path);
  if ('problem' in found)
    return { values: {}, problems: [{ name: 'file', message: found.problem, from: path }] };
  if (found.text === '') return { values: {}, problems: [] };
  // Most installations have no such file, and no process keeps the parser for nothing (70 modules).
  const yaml = createRequire(import.meta.url)('yaml') as typeof Yaml;
  const { isMap, isScalar, parseDocument } = yaml;
  const document = parseDocument(found.text, { schema: 'failsafe', prettyErrors: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      name: `line ${error.linePos?.[0].line ?? 1}`,
      message: `not valid YAML (${error.code.toLowerCase().replaceAll('_', ' ')}); ${SHAPE}`,
      from: path,
    }));
    return { values: {}, problems };
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '')) return { values: {}, problems: [] };
  if (!isMap(contents)) return { values: {}, problems: [{ name: 'line 1', message: SHAPE, from: path }] };
  const values: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  for (const { key, value } of contents.items) {
    const name = String(key);
    const flat = flatten(yaml, value);
    if (flat === undefined)
      problems.push({ name, message: 'expected a single value, or a list of them', from: path });
    else values[name] = flat;
  }
  return { values, problems };
}
