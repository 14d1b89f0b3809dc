import type { Root } from 'mdast';
import { compileGlob } from '../../files/glob.js';
import type { MendKind, MendSwitches } from '../../model/mend.js';
import type { ParseMarkdown } from '../parse/parse-markdown.js';
import { createPieceParser } from '../parse/piece-parser.js';
import { mendBullets } from './bullets.js';
import { mendEquals } from './equals.js';
import { mendLetters } from './letters.js';
import type { MendBlocks } from './mend-block.js';
import { mendNumbers } from './numbers.js';
import { mendPages } from './pages.js';
import { mendVerse } from './verse.js';

/** Mends the tree of a chapter by its `Chapter.path`, before any plugin sees it. */
export type MendTree = (tree: Root, source: string, path: string) => void;

/** In this order: what makes blocks comes before what looks at the lines in them. */
const mends: readonly (readonly [MendKind, MendBlocks])[] = [
  ['equals', mendEquals],
  ['bullets', mendBullets],
  ['numbers', mendNumbers],
  ['pages', mendPages],
  ['letters', mendLetters],
  ['verse', mendVerse],
];

/** Prepares the mends of blocks that a book wants; null for one that wants none. */
export function createMend(switches: MendSwitches, parse: ParseMarkdown): MendTree | null {
  const wanted = mends.map(([kind, mend]) => ({ mend, isFor: createMendTest(switches[kind]) }));
  if (mends.every(([kind]) => switches[kind] === false)) return null;
  return (tree, source, path) => {
    let lines: readonly string[] | null = null;
    const linesOf = () => {
      lines ??= source.split('\n');
      return lines;
    };
    const text = { source, linesOf, pieces: createPieceParser(source, parse) };
    for (const { mend, isFor } of wanted) if (isFor(path)) mend(tree, text);
  };
}

/**
 * Whether a kind is mended in a chapter. A list of patterns names the chapters where it is; one that begins with `!` those
 * where it is not, and the last that fits decides.
 */
export function createMendTest(setting: MendSwitches[MendKind]): (path: string) => boolean {
  if (typeof setting === 'boolean') return () => setting;
  const rules = setting.map((written) => {
    const isOff = written.startsWith('!');
    return { isOff, matches: compileGlob(isOff ? written.slice(1) : written) };
  });
  const usual = rules[0]?.isOff === true;
  return (path) => {
    const last = rules.findLast(({ matches }) => matches?.(path) === true);
    return last === undefined ? usual : !last.isOff;
  };
}
