import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const decompress = promisify(gunzip);

/** A file kept in memory only as gzip, which nearly every client takes as it is; the others pay for unpacking. */
export interface Compressed {
  readonly type: string;
  readonly cacheControl: string;
  readonly gzip: Buffer;
  /** Weak: both encodings of one content share it. */
  readonly etag: string;
}

export function compressed(type: string, cacheControl: string, gzip: Buffer): Compressed {
  return { type, cacheControl, gzip, etag: `W/"${createHash('sha256').update(gzip).digest('base64url')}"` };
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim() === '*' || one.trim() === etag);

/** `gzip;q=0` means no. */
const takesGzip = (header = ''): boolean =>
  header
    .split(',')
    .some((part) => /^\s*(?:gzip|\*)\s*(?:$|;)/.test(part) && !/;\s*q=0(?:\.0*)?\s*$/.test(part));

export async function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  file: Compressed,
): Promise<FastifyReply> {
  const vary = [reply.getHeader('vary'), 'Accept-Encoding'].filter(Boolean).join(', ');
  reply.headers({ 'cache-control': file.cacheControl, etag: file.etag, vary });
  if (matches(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  reply.type(file.type);
  const encoding = request.headers['accept-encoding'];
  if (!takesGzip(typeof encoding === 'string' ? encoding : ''))
    return reply.send(await decompress(file.gzip));
  return reply.header('content-encoding', 'gzip').send(file.gzip);
}
