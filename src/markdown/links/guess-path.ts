import { posix } from 'node:path';
import { indexWords } from '../../text/index-words.js';
import { allowedEdits, nearestWord } from '../../text/nearest.js';

/**
 * The path most like a broken one, as it would be written in the chapter `from`: one that differs in a few letters,
 * else one with the same last part. Null if there is none.
 */
export type GuessPath = (written: string, from: string) => string | null;

/** Guesses among the paths of files, each at a cost that does not grow with their number, and the same for all that are alike. */
export function createPathGuess(paths: readonly string[]): GuessPath {
  // Sorted: of two as near, the same one is named in whatever order the chapters are read.
  const sorted = [...paths].sort();
  const findAlike = indexWords(sorted, posix.basename);
  const namesakes = new Map([...sorted].reverse().map((path) => [posix.basename(path), path]));
  const guesses = new Map<string, string | null>();
  return (written, from) => {
    const folder = posix.dirname(from);
    const wanted = written.replace(/[?#].*$/s, '');
    const target = wanted.startsWith('/') ? wanted.slice(1) : posix.join(folder, wanted);
    const key = `${target}\n${wanted.length}`;
    // What was written counts, and not the letters of the folder that it starts from.
    const look = () =>
      nearestWord(target, findAlike(target), allowedEdits(wanted)) ??
      namesakes.get(posix.basename(wanted)) ??
      null;
    const known = guesses.get(key);
    const guess = known === undefined ? look() : known;
    guesses.set(key, guess);
    if (guess === null) return null;
    return wanted.startsWith('/') ? `/${guess}` : posix.relative(folder, guess);
  };
}
