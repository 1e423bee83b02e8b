import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const SCRIPT = `
  let ballast = Array.from({ length: 400_000 }, (_, index) => ({ index, text: String(index) }));
  const { getHeapStatistics } = await import('node:v8');
  const before = getHeapStatistics().total_heap_size;
  ballast = undefined;
  setTimeout(() => console.log(before, getHeapStatistics().total_heap_size, typeof globalThis.gc), 3_000);`;

describe('trim', () => {
  it('gives memory back once the process rests, and leaves no trace', async () => {
    const args = ['--import', import.meta.resolve('#host/trim.ts'), '--input-type=module', '-e', SCRIPT];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const [before, after, gc] = stdout.trim().split(' ');
    assert.ok(Number(after) < Number(before) / 2, stdout);
    assert.equal(gc, 'undefined');
  });
});
