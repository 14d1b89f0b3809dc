import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import type { ChapterWords } from '../../model/chapter-words.js';
import type { RenderedChapter } from '../../model/rendered.js';
import { packWords } from '../../words/pack-words.js';
import type { ChapterRow, MemoryTable, Piece, Slice } from './memory-model.js';
import { writeTable } from './memory-table.js';
import { type BookMemory, splitVocabulary } from './open-memory.js';
import { ignoreFaults, type PieceWriter, writePiece } from './piece-files.js';

/** Pieces that a memory may have before what counts of them is put together, two for each run that made something. */
const MOST_PIECES = 12;

/** What a chapter was rendered from. */
export type ChapterOrigin = Pick<ChapterRow, 'hash' | 'job' | 'targets' | 'shortcodes'>;

/** A memory under way: what a run makes goes to the disk at once, and counts when the table is written. */
export interface MemoryWriter {
  /** Null once the disk has refused something: then nothing is remembered. */
  readonly learnChapter: (chapter: RenderedChapter, origin: ChapterOrigin) => ChapterRow | null;
  readonly learnValue: (value: unknown) => Slice | null;
  /** What is as it was: the row that the new table has of it. */
  readonly keepChapter: (row: ChapterRow) => ChapterRow | null;
  readonly keepValue: (slice: Slice) => Slice | null;
  /** Makes it count, in place of the one before. Call it under the lock of the publication. */
  readonly finish: (rest: Omit<MemoryTable, 'vocabulary' | 'pieces'>) => void;
  /** Forgets what was learnt. May be called at any time, more than once; never throws. */
  readonly abandon: () => void;
}

/**
 * Begins to write a memory in `folder` that goes on from `before`. Nothing lies there before the first thing is learnt.
 * Where the disk refuses something, no memory is written, and the run goes on.
 */
export function createMemoryWriter(folder: string, program: string, before: BookMemory | null): MemoryWriter {
  const earlier = listLasting(before?.table.pieces ?? []);
  const words = createNumbering(before === null ? () => [] : splitVocabulary(before.table));
  let writers: readonly PieceWriter[] | null = null;
  let isOver = false;

  const abandon = () => {
    isOver = true;
    for (const writer of writers ?? []) writer.abandon();
    writers = null;
  };
  const attempt = <Value>(act: () => Value): Value | null => {
    if (isOver) return null;
    const done = ignoreFaults(act);
    if (done === null) abandon();
    return done;
  };
  const begin = (): readonly PieceWriter[] => {
    if (writers !== null) return writers;
    mkdirSync(folder, { recursive: true });
    ignoreFaults(() => writeFileSync(join(dirname(folder), '.gitignore'), '*\n', { flag: 'wx' }));
    const name = randomBytes(8).toString('hex');
    writers = ['text', 'html'].map((part) => writePiece(folder, `${name}.${part}`));
    return writers;
  };
  const add = (part: 0 | 1, bytes: Uint8Array): Slice => {
    // There are two.
    const writer = begin()[part] as PieceWriter;
    return [earlier.length + part, ...writer.add(bytes)];
  };
  const keep = (part: 0 | 1, slice: Slice): Slice =>
    slice[0] < earlier.length || before === null ? slice : add(part, before.read(slice));
  const isLasting = earlier.length === before?.table.pieces.length;
  const keepAll = (row: ChapterRow): ChapterRow => {
    const words = row.words && keep(0, row.words);
    return { ...row, facts: keep(0, row.facts), words, html: keep(1, row.html) };
  };
  return {
    learnChapter: (chapter, origin) =>
      attempt(() => {
        const { html, terms, ...facts } = chapter;
        return {
          ...origin,
          facts: add(0, serialize(facts)),
          words: terms === null ? null : add(0, packWords(words.renumber(terms))),
          html: add(1, Buffer.from(html)),
          isToBeChecked: facts.diagnostics.length > 0 || facts.fragmentLinks.length > 0,
        };
      }),
    keepChapter: (row) => (isLasting ? row : attempt(() => keepAll(row))),
    keepValue: (slice) => attempt(() => keep(0, slice)),
    learnValue: (value) => attempt(() => add(0, serialize(value))),
    finish: (rest) => {
      attempt(() => {
        const fresh: readonly Piece[] = writers?.map((writer) => writer.finish()) ?? [];
        mkdirSync(folder, { recursive: true });
        const pieces = [...earlier, ...fresh];
        writeTable(folder, program, { ...rest, vocabulary: words.all().join('\n'), pieces });
        removeOthers(folder, pieces);
        writers = null;
        return true;
      });
    },
    abandon,
  };
}

/** The pieces that stay as they are: of many the first two, which hold most, unless all after them are larger than those. */
function listLasting(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < MOST_PIECES) return pieces;
  const measure = (some: readonly Piece[]) => some.reduce((sum, { length }) => sum + length, 0);
  const [first, later] = [pieces.slice(0, 2), pieces.slice(2)];
  return measure(later) < measure(first) ? first : [];
}

function removeOthers(folder: string, pieces: readonly Piece[]): void {
  const names = new Set(['table', ...pieces.map(({ name }) => name)]);
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name), { force: true });
}

/** Gives the words of all chapters one numbering, whatever thread has read them. */
function createNumbering(known: () => readonly string[]) {
  const news: string[] = [];
  let numbers: Map<string, number> | null = null;
  const vocabularies = new WeakMap<readonly string[], number[]>();
  const numberOf = (word: string): number => {
    numbers ??= new Map(known().map((one, number) => [one, number]));
    const number = numbers.get(word) ?? known().length + news.length;
    if (number === known().length + news.length) {
      news.push(word);
      numbers.set(word, number);
    }
    return number;
  };
  const renumber = ({ vocabulary, sections }: ChapterWords): Pick<ChapterWords, 'sections'> => {
    const own = vocabularies.get(vocabulary) ?? [];
    vocabularies.set(vocabulary, own);
    const translate = (term: number): number => {
      own[term] ??= numberOf(vocabulary[term] ?? '');
      return own[term] as number;
    };
    return { sections: sections.map((section) => ({ ...section, terms: section.terms.map(translate) })) };
  };
  return { renumber, all: () => [...known(), ...news] };
}
