import { constants, crc32, deflateRawSync } from 'node:zlib';

/** The largest end that fits behind a ready text: deflate's limit for bytes that it stores as they are. */
const MAX_END_BYTES = 0xffff;
/** RFC 1952: deflate, no name, no time, no particular system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const LAST_STORED_BLOCK = 1;

/** A text made once, that each answer ends in its own way. */
export interface Ready {
  readonly encoding: 'gzip' | 'identity';
  readonly start: Buffer;
  /** The bytes that follow `start` when the whole text ends with `end`. */
  readonly finish: (end: Buffer) => Buffer;
}

export const fits = (end: Buffer): boolean => end.byteLength <= MAX_END_BYTES;

export function plain(text: string): Ready {
  return { encoding: 'identity', start: Buffer.from(text), finish: (end) => end };
}

/** Compressed once: every end is appended as a block that isn't, and the checksum goes on from where the text left it. */
export function gzipped(text: string): Ready {
  const bytes = Buffer.from(text);
  const deflated = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  const checksum = crc32(bytes);
  return {
    encoding: 'gzip',
    start: Buffer.concat([GZIP_HEADER, deflated]),
    finish(end) {
      const length = end.byteLength;
      const block = Buffer.alloc(5 + length + 8);
      block.writeUInt8(LAST_STORED_BLOCK, 0);
      block.writeUInt16LE(length, 1);
      block.writeUInt16LE(~length & 0xffff, 3);
      end.copy(block, 5);
      block.writeUInt32LE(crc32(end, checksum), 5 + length);
      block.writeUInt32LE(bytes.byteLength + length, 9 + length);
      return block;
    },
  };
}
