import type { OpenedIndex } from '../../tests/search/open-files.js';
import { createRandom, drawInteger, pick, type Random } from '../random.js';
import { createHolders, type LibraryPage } from './read-library.js';

/** A question, and the pages of which one is to be found. */
export interface Question {
  readonly kind: string;
  readonly text: string;
  readonly wanted: ReadonlySet<string>;
  /** For a phrase, all pages that hold it: any other is a false hit. */
  readonly holders: ReadonlySet<string> | null;
}

/** Questions of each kind; a question is asked where so few pages answer it. */
const QUESTIONS = 100;
const OF_WORKS = 60;
const MOST_HOLDERS = 5;
const SEED = 23;

/** Draws questions from the works of a library and from its texts, the same on every machine. */
export async function drawQuestions(
  pages: readonly LibraryPage[],
  { root, names }: OpenedIndex,
): Promise<readonly Question[]> {
  const random = createRandom(SEED);
  const holdersOf = createHolders(pages);
  const works = root.parts.flatMap(([title, first, volume, authors = ''], at) => {
    const end = root.parts[at + 1]?.[1] ?? root.sections;
    return volume !== undefined && authors !== '' ? [{ title, authors, first, end }] : [];
  });
  const pathOf = async (section: number) => (await names.find(section)).path;
  const questions: Question[] = [];
  const add = (kind: string, text: string, wanted: readonly string[], holders: Question['holders'] = null) =>
    questions.push({ kind, text, wanted: new Set(wanted), holders });
  for (let draw = 0; draw < OF_WORKS && works.length > 0; draw += 1) {
    const work = pick(random, works);
    const ofTitle = await Promise.all(
      works.filter(({ title }) => title === work.title).map(({ first }) => pathOf(first)),
    );
    add('a work', work.title, ofTitle);
    const sameAuthor = works.filter(({ authors }) => authors === work.authors);
    add('an author', work.authors, await Promise.all(sameAuthor.map(({ first }) => pathOf(first))));
    const section = drawInteger(random, work.first + 1, Math.max(work.first + 1, work.end - 1));
    const { path, heading } = await names.find(section);
    if (/^Chapter \d+$/.test(heading)) {
      const same = await findSameHeading(work, heading, names);
      add('work and chapter', `${work.title} ${heading.toLowerCase()}`, same);
    }
    const page = pages.find((other) => other.path === path);
    const [word] = drawRun(random, page, 1);
    if (word !== undefined && word.length > 4)
      add(
        'author and word',
        `${work.authors} ${word}`,
        await findInWorks(sameAuthor, word, holdersOf, names),
      );
  }
  for (const [kind, length] of [
    ['neighbours', 2],
    ['phrase of 3', 3],
    ['phrase of 4', 4],
    ['phrase of 5', 5],
  ] as const) {
    let count = 0;
    for (let draw = 0; draw < QUESTIONS * 100 && count < QUESTIONS; draw += 1) {
      const page = pick(random, pages);
      const words = drawRun(random, page, length);
      const holders = words.length < length ? new Set<string>() : holdersOf(words);
      if (holders.size === 0 || holders.size > MOST_HOLDERS) continue;
      const text = words.join(' ');
      if (kind === 'neighbours') add(kind, `${text} `, [page.path]);
      else add(kind, `"${text}"`, [page.path], holders);
      count += 1;
    }
  }
  return questions;
}

async function findSameHeading(
  { first, end }: { readonly first: number; readonly end: number },
  heading: string,
  names: OpenedIndex['names'],
): Promise<readonly string[]> {
  const all = await Promise.all(Array.from({ length: end - first }, (_, at) => names.find(first + at)));
  return all.filter((name) => name.heading === heading).map(({ path }) => path);
}

async function findInWorks(
  works: readonly { readonly first: number }[],
  word: string,
  holdersOf: ReturnType<typeof createHolders>,
  names: OpenedIndex['names'],
): Promise<readonly string[]> {
  const roots = await Promise.all(works.map(async ({ first }) => (await names.find(first)).path));
  return [...holdersOf([word])].filter((path) => roots.some((root) => path.startsWith(root)));
}

/** Words that follow each other in a paragraph of a page; none where it has not so many. */
function drawRun(random: Random, page: LibraryPage | undefined, length: number): readonly string[] {
  const paragraphs = page?.paragraphs.filter((words) => words.length >= length) ?? [];
  if (paragraphs.length === 0) return [];
  const words = pick(random, paragraphs);
  const start = drawInteger(random, 0, words.length - length);
  return words.slice(start, start + length);
}
