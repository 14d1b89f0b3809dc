import { createReadStream, existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { isInside } from '../files/inside.js';
import { isSystemError } from '../files/system-error.js';
import { findContentType } from './content-type.js';

/** Part of a file: first and last byte, both counted from 0 and included. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Sends a file of the sources, whole or the part that is asked for, or 304. False when it is not there any more or
 * has become a link that leads out of the book; nothing is sent then.
 *
 * @param roots Absolute folders, in one of which the file must lie.
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  from: string,
  roots: readonly string[],
): boolean {
  const stats = lookAt(from, roots);
  if (stats === null) return false;
  const tag = `"${stats.ino.toString(36)}-${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Content-Type', findContentType(from));
  if (isKnown(request, tag)) {
    response.writeHead(304).end();
    return true;
  }
  const range = isRangeAsked(request, tag) ? readRange(request.headers.range ?? '', stats.size) : null;
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${stats.size}` }).end();
    return true;
  }
  sendBytes(request, response, from, stats.size, range);
  return true;
}

/** Whether the browser has this very version (RFC 9110, section 13.1.2). */
export function isKnown({ headers }: IncomingMessage, tag: string): boolean {
  const known = headers['if-none-match'] ?? '';
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** Only GET has ranges (RFC 9110, section 14.2), and one of a former version is of no use (section 13.1.5). */
function isRangeAsked({ headers, method }: IncomingMessage, tag: string): boolean {
  const condition = headers['if-range'];
  return method === 'GET' && (condition === undefined || condition === tag);
}

/** One range of bytes (RFC 9110, section 14.1.2); null for none, several or none that is understood: the whole file. */
function readRange(header: string, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header) ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}

function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  from: string,
  size: number,
  range: ByteRange | null,
): void {
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.setHeader('Content-Length', end - start + 1);
  if (range !== null) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  response.writeHead(range === null ? 200 : 206);
  if (request.method === 'HEAD' || size === 0) response.end();
  // A file that shrinks or goes meanwhile ends the connection: the length was promised.
  else pipeline(createReadStream(from, { start, end }), response, () => undefined);
}

function lookAt(from: string, roots: readonly string[]): Stats | null {
  try {
    const stats = statSync(from);
    const real = realpathSync(from);
    return stats.isFile() && roots.some((root) => isRealInside(root, real)) ? stats : null;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

function isRealInside(root: string, real: string): boolean {
  return existsSync(root) && isInside(realpathSync(root), real);
}
