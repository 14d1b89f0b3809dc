import { posix } from 'node:path';
import type { LinkTargets } from '../../model/rendered.js';
import { indexWords } from '../../text/index-words.js';
import { allowedEdits, nearestWord } from '../../text/nearest.js';

/** `LinkTargets`, ready for look-ups by what stands in a link once its percent-encoding is undone. */
export interface TargetIndex extends Omit<LinkTargets, 'others'> {
  readonly basePath: string;
  /** By decoded address. */
  readonly addresses: ReadonlyMap<string, KnownAddress>;
  /** What a broken link may have meant: a chapter or a file. */
  readonly guessFile: GuessPath;
  /** The same for a reference, which leads to chapters only. */
  readonly guessChapter: GuessPath;
}

/** Something that will be published. */
export interface KnownAddress {
  readonly url: string;
  /** `Chapter.path` if it is the page of a chapter. */
  readonly path: string | null;
  /** Key of its language, where that is another one. */
  readonly language?: string;
}

/** Digests the targets once for all chapters of a build, when the first asks for an address: few do in a novel. */
export function indexTargets(targets: LinkTargets, basePath: string): TargetIndex {
  const { others: _, ...known } = targets;
  let addresses: TargetIndex['addresses'] | null = null;
  let guessFile: GuessPath | null = null;
  let guessChapter: GuessPath | null = null;
  return {
    ...known,
    basePath,
    get addresses() {
      addresses ??= listAddresses(targets);
      return addresses;
    },
    get guessFile() {
      guessFile ??= createPathGuess([...Object.keys(targets.chapters), ...Object.keys(targets.resources)]);
      return guessFile;
    },
    get guessChapter() {
      guessChapter ??= createPathGuess(Object.keys(targets.chapters));
      return guessChapter;
    },
  };
}

function listAddresses(targets: LinkTargets): TargetIndex['addresses'] {
  const addresses = new Map<string, KnownAddress>();
  const add = (url: string, path: string | null) => addresses.set(decodeUrl(url), { url, path });
  for (const url of targets.others) add(url, null);
  for (const url of Object.values(targets.resources)) add(url, null);
  for (const [url, { path, language }] of Object.entries(targets.foreign))
    addresses.set(decodeUrl(url), { url, path, language });
  for (const url of Object.keys(targets.pages)) add(url, null);
  for (const [path, { url, path: own = path }] of Object.entries(targets.chapters)) add(url, own);
  return addresses;
}

/** Undoes percent-encoding; text that is not validly encoded stays as it is. */
export function decodeUrl(address: string): string {
  if (!address.includes('%')) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The path most like a broken one, as it would be written in the chapter `from`: one that differs in a few letters,
 * else one with the same last part. Null if there is none.
 */
type GuessPath = (written: string, from: string) => string | null;

/** Guesses among the paths of files, each at a cost that does not grow with their number, and the same for all that are alike. */
function createPathGuess(paths: readonly string[]): GuessPath {
  // Sorted: of two as near, the same one is named in whatever order the chapters are read.
  const sorted = [...paths].sort();
  const findAlike = indexWords(sorted, posix.basename);
  const namesakes = new Map([...sorted].reverse().map((path) => [posix.basename(path), path]));
  const guesses = new Map<string, string | null>();
  return (written, from) => {
    const folder = posix.dirname(from);
    const wanted = written.replace(/[?#].*/s, '');
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
