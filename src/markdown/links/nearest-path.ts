import { posix } from 'node:path';
import { nearestWord } from '../../text/nearest.js';

/**
 * The path most like a broken one, as it would be written in the chapter `from`: one that differs in a few letters,
 * else one with the same last part. Null if there is none.
 */
export function nearestPath(written: string, from: string, paths: readonly string[]): string | null {
  const folder = posix.dirname(from);
  const wanted = written.replace(/[?#].*$/s, '');
  const name = posix.basename(wanted);
  const asWritten = (path: string) => (wanted.startsWith('/') ? `/${path}` : posix.relative(folder, path));
  const near = nearestWord(wanted, paths.map(asWritten));
  if (near !== null) return near;
  const namesake = paths.find((path) => posix.basename(path) === name);
  return namesake === undefined ? null : asWritten(namesake);
}
