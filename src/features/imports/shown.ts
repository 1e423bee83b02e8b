import type { Import } from './schema.ts';
import type { ImportRow } from './store.ts';

/** Contacts of the file: counted once all are read, estimated by the bytes before. */
const totalOf = ({ rows, readBytes, totalBytes }: ImportRow): number =>
  readBytes === 0 || readBytes >= totalBytes ? rows : Math.round((rows * totalBytes) / readBytes);

export function shown(row: ImportRow): Import {
  const {
    settings: _settings,
    readBytes: _read,
    totalBytes: _all,
    line: _line,
    undoAfter: _undo,
    ...rest
  } = row;
  return { ...rest, total: totalOf(row) };
}

/** For events. */
export function counted(row: ImportRow) {
  const { id, state, rows, total, created, updated, skipped, failed, undone, conflicts } = shown(row);
  return { id, state, rows, total, created, updated, skipped, failed, undone, conflicts };
}
