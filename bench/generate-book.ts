import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type PlannedChapter, type PlannedPart, planBook } from './plan-book.js';
import { createRandom } from './random.js';
import { type ChapterLink, drawingCount, writeDocs } from './write-docs.js';
import { writeProse } from './write-prose.js';

/**
 * Writes a large book, the same on every machine.
 *
 * 1. The plan: parts of so many chapters, with headings, titles, weights, dates, colours (`plan-book.ts`).
 * 2. The configuration, the home page and one section page for each part.
 * 3. The chapters: prose like text extracted from a PDF, or pages of a technical manual, with its drawings.
 */
export interface BookRequest {
  /** At least 1. */
  readonly chapters: number;
  /** Made if it is missing; files of the same names are overwritten. */
  readonly folder: string;
  readonly mix?: Mix;
  /** Chapters of a part; 50 if not given. */
  readonly partSize?: number;
}

export const mixes = ['prose', 'docs'] as const;
export type Mix = (typeof mixes)[number];

export interface GeneratedBook {
  readonly parts: number;
  /** Chapter files in reading order, relative to the folder. */
  readonly chapters: readonly string[];
  /** Of all chapter files together. */
  readonly bytes: number;
}

/** The address the site is built for, and the title of the book. */
const bookUrl = 'https://example.org/';
export const bookTitle = 'A Large Book';

/** Writes the book; see the steps above. Throws what the disk throws. */
export function generateBook({ chapters, folder, mix = 'prose', partSize = 50 }: BookRequest): GeneratedBook {
  const parts = planBook(chapters, partSize);
  writeFrame(folder, parts);
  if (mix === 'docs') writeDrawings(join(folder, 'static', 'images'));
  const writeBody = mix === 'docs' ? createDocsWriter(parts) : writeProseOf;
  const files: string[] = [];
  let bytes = 0;
  for (const part of parts) {
    for (const chapter of part.chapters) {
      const text = formatFrontMatter(chapter) + writeBody(chapter);
      const file = `content/${part.folder}/${chapter.name}.md`;
      writeFileSync(join(folder, file), text);
      files.push(file);
      bytes += Buffer.byteLength(text);
    }
  }
  return { parts: parts.length, chapters: files, bytes };
}

/** Writes the configuration of a generated book, with a search index or without; a file that says so already is not touched. */
export function writeSettings(folder: string, search: boolean): void {
  const file = join(folder, 'octavo.yaml');
  const text = `title: ${bookTitle}\nbaseURL: ${bookUrl}\nsearch: ${search}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function writeFrame(folder: string, parts: readonly PlannedPart[]): void {
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeSettings(folder, false);
  writeFileSync(join(folder, 'content', '_index.md'), formatSectionPage(bookTitle, 1));
  for (const part of parts) {
    mkdirSync(join(folder, 'content', part.folder), { recursive: true });
    writeFileSync(
      join(folder, 'content', part.folder, '_index.md'),
      formatSectionPage(part.title, part.weight),
    );
  }
}

function formatSectionPage(title: string, weight: number): string {
  return `---\ntitle: "${title}"\nweight: ${weight}\n---\n\nThe chapters, in order.\n`;
}

function formatFrontMatter(chapter: PlannedChapter): string {
  const { heading, title, weight, date, colour } = chapter;
  return `---\nheading: ${heading}\ntitle: ${title}\nweight: ${weight}\ndate: ${date}\ndescription: ""\nc: "${colour}"\n---\n\n\n`;
}

function writeProseOf(chapter: PlannedChapter): string {
  return writeProse(createRandom(chapter.index));
}

function createDocsWriter(parts: readonly PlannedPart[]): (chapter: PlannedChapter) => string {
  const links = parts.flatMap(({ folder, chapters }) =>
    chapters.map((chapter): ChapterLink => ({ chapter, path: `../${folder}/${chapter.name}.md` })),
  );
  const linkTo = (index: number) => links[index] ?? null;
  return (chapter) => {
    const distant = links[(chapter.index + 350) % links.length] as ChapterLink; // within the list by the remainder
    const linked = { previous: linkTo(chapter.index - 1), next: linkTo(chapter.index + 1), distant };
    return writeDocs(createRandom(chapter.index), linked);
  };
}

function writeDrawings(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= drawingCount; number += 1) {
    const shapes = `<rect width="320" height="180" fill="#${number}${number}8"/><circle cx="${40 * number}" cy="90" r="${10 * number}" fill="#fff"/>`;
    writeFileSync(
      join(folder, `fig-${number}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180" viewBox="0 0 320 180">${shapes}</svg>\n`,
    );
  }
}

function main(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { mix: { type: 'string', default: 'prose' }, part: { type: 'string', default: '50' } },
  });
  const [chapters, partSize] = [Number(positionals[0]), Number(values.part)];
  const mix = mixes.find((name) => name === values.mix);
  const folder = positionals[1];
  if (!(chapters >= 1) || !(partSize >= 1) || folder === undefined || mix === undefined) {
    process.stderr.write('usage: generate-book CHAPTERS FOLDER [--mix prose|docs] [--part 50]\n');
    return 2;
  }
  const book = generateBook({ chapters, folder, mix, partSize });
  process.stdout.write(
    `${book.chapters.length} chapters in ${book.parts} parts, ${book.bytes} bytes → ${folder}\n`,
  );
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
