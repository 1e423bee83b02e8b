/**
 * What a linter of single files can't see: cycles between features, shell scripts' heads, the length of files that
 * are no TypeScript, suppressions without a reason, engines named outside of their folders, operations that
 * the worker would load. Run as a program it checks this checkout.
 */
import { globSync, readFileSync } from 'node:fs';
import { engineNames } from './engine-names.ts';
import { heavyWorker } from './light.ts';

export interface Source {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 500;
const SHELL_HEAD = '#!/usr/bin/env bash';
const SHELL_HEAD_LINES = 30;
const GENERATED = /\.gen\.|^src\/platform\/db\/types\.ts$|\/fixtures\//;
const PLACES = ['smarteros', '.ci/*', '{src,test,bench,client,deploy,migrations}/**/*.{ts,tsx,mjs,sql,sh}'];

export function findings(sources: readonly Source[]): string[] {
  const written = sources.filter((source) => !GENERATED.test(source.path));
  return [
    ...written.flatMap(length),
    ...written.flatMap(shell),
    ...written.flatMap(suppressions),
    ...cycles(written),
    ...engineNames(written),
    ...heavyWorker(written),
  ];
}

function length({ path, text }: Source): string[] {
  const lines = text.split('\n').length - 1;
  return lines > MAX_LINES
    ? [`${path}: ${lines} lines, at most ${MAX_LINES}: split it by what changes together`]
    : [];
}

function shell({ path, text }: Source): string[] {
  if (!path.endsWith('.sh') && !/^#!.*\b(?:ba)?sh\b/.test(text)) return [];
  const lines = text.split('\n', SHELL_HEAD_LINES);
  if (lines[0] !== SHELL_HEAD) return [`${path}:1: a shell script starts with ${SHELL_HEAD}`];
  return lines.includes('set -euo pipefail')
    ? []
    : [`${path}:2: a shell script begins with set -euo pipefail`];
}

function suppressions({ path, text }: Source): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      /(?:\/\/|\/\*) *(?:oxlint|eslint)-disable/.test(line) && !/ -- \S/.test(line)
        ? [`${path}:${index + 1}: a suppression says why: // oxlint-disable-next-line <rule> -- <reason>`]
        : [],
    );
}

/** One finding per cycle of features that import one another (even when no two files do). */
function cycles(sources: readonly Source[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    const from = path.match(/^src\/features\/([^/]+)\/.*(?<!\.test)\.ts$/)?.[1];
    if (!from) continue;
    const uses = graph.get(from) ?? new Set();
    graph.set(from, uses);
    for (const [, to = ''] of text.matchAll(/(?:\bfrom|\bimport\(|\bimport) *'#features\/([^/']+)\//g)) {
      if (to !== from) uses.add(to);
    }
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (feature: string, trail: readonly string[]): void => {
    const at = trail.indexOf(feature);
    if (at >= 0) {
      const ring = [...trail.slice(at), feature].join(' → ');
      found.push(`src/features: ${ring}: features form no cycle; let one of them react to the other's event`);
    }
    if (at >= 0 || done.has(feature)) return;
    for (const next of graph.get(feature) ?? []) visit(next, [...trail, feature]);
    done.add(feature);
  };
  for (const feature of [...graph.keys()].toSorted()) visit(feature, []);
  return found;
}

if (import.meta.main) {
  const found = findings(globSync(PLACES).map((path) => ({ path, text: readFileSync(path, 'utf8') })));
  for (const line of found) console.log(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
