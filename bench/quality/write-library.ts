import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawWord } from '../draw-word.js';
import { createRandom, drawInteger, type Random } from '../random.js';

/** How large the library is. */
export interface LibraryRequest {
  readonly works: number;
  /** Of each work. */
  readonly chapters: number;
  /** Made if it is missing. */
  readonly folder: string;
}

/** Works of an author, paragraphs of a chapter, words of a paragraph. */
const WORKS_OF_AUTHOR = 3;
const PARAGRAPHS = 8;
const WORDS = 75;

/**
 * Writes a library of made-up words, which are as unevenly frequent as those of a language: works in three books each, with
 * titles and authors of their own. The same on every machine.
 */
export function writeLibrary({ works, chapters, folder }: LibraryRequest): void {
  mkdirSync(join(folder, 'content/works'), { recursive: true });
  writeFileSync(
    join(folder, 'octavo.yaml'),
    'title: A Library\nbaseURL: https://example.org/\nvolumes: ["works/*"]\n',
  );
  for (let work = 0; work < works; work += 1)
    writeWork(join(folder, `content/works/w${work}`), work, chapters);
}

function writeWork(folder: string, work: number, chapters: number): void {
  const random = createRandom(work + 1);
  const author = nameOf(createRandom(10_000 + Math.floor(work / WORKS_OF_AUTHOR)), 2);
  writePage(folder, '_index', `title: "${nameOf(random, 3)}"\nauthor: "${author}"\nvolume: true`, '');
  for (let chapter = 0; chapter < chapters; chapter += 1) {
    const book = Math.floor((chapter * 3) / chapters) + 1;
    const inner = join(folder, `book-${book}`);
    if (Math.floor(((chapter - 1) * 3) / chapters) + 1 !== book || chapter === 0)
      writePage(inner, '_index', `title: "Book ${book}"\nweight: ${book}`, '');
    const head = `heading: "Chapter ${chapter + 1}"\ntitle: "${nameOf(random, 3)}"\nweight: ${chapter + 1}`;
    writePage(inner, `chapter-${chapter + 1}`, head, writeText(random));
  }
}

function writePage(folder: string, name: string, head: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), `---\n${head}\n---\n\n${text}\n`);
}

function writeText(random: Random): string {
  const paragraph = () => `${drawWords(random, drawInteger(random, WORDS - 25, WORDS + 25)).join(' ')}.`;
  return Array.from({ length: PARAGRAPHS }, paragraph).join('\n\n');
}

function drawWords(random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, () => drawWord(random));
}

function nameOf(random: Random, words: number): string {
  return drawWords(random, words)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
