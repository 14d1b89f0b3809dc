import type { FindMarks, TextMark } from './find-marks.js';
import {
  choosePassage,
  listHeadings,
  listPassages,
  type Passage,
  passageText,
  readText,
} from './find-passage.js';
import type { SectionName } from './names.js';

/** The text of a passage and what is to be marked in it. */
export interface ReadPassage {
  /** Of the heading above it; both empty for what stands before the first. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** The page without its head, whose styles have no business in a document that is only read. */
function cutMain(html: string): string {
  const start = html.indexOf('<main');
  return start === -1 ? '' : html.slice(start, html.lastIndexOf('</main>'));
}

/** Chapters that are loaded at the same time. */
const AT_ONCE = 4;

/**
 * Reads passages from the chapters' own pages; each page is loaded once, and only where there is a server. Not before the
 * results are painted, which would otherwise wait for the text of ten chapters.
 */
export function createPassageReader(): (
  page: string,
  section: SectionName,
  findMarks: FindMarks,
) => Promise<ReadPassage | null> {
  const pages = new Map<string, Promise<ParentNode | null>>();
  const list = createPassageList();
  let running = 0;
  const waiting: (() => void)[] = [];
  const load = async (page: string): Promise<ParentNode | null> => {
    await nextPaint();
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      const answer = await fetch(page);
      if (!answer.ok) return null;
      // A document without a window: nothing in it is run or loaded.
      return new DOMParser()
        .parseFromString(cutMain(await answer.text()), 'text/html')
        .querySelector('.prose');
    } catch {
      return null;
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  return async (page, section, findMarks) => {
    const loading = pages.get(page) ?? load(page);
    pages.set(page, loading);
    const body = await loading;
    return body === null ? null : readSection(body, section, list(body, findMarks));
  };
}

/** Lists the passages of a page once for all of its results of one query. */
function createPassageList(): typeof listPassages {
  let [last, known] = [null as FindMarks | null, new Map<ParentNode, readonly Passage[]>()];
  return (body, findMarks) => {
    if (last !== findMarks) [last, known] = [findMarks, new Map()];
    const passages = known.get(body) ?? listPassages(body, findMarks);
    known.set(body, passages);
    return passages;
  };
}

/** Resolves when the page as it is now has been painted; of a page in the background, once it is looked at. */
function nextPaint(): Promise<void> {
  return new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
}

/** A page whose headings are not those that the index counted, say by a template, is searched as a whole. */
function readSection(
  body: ParentNode,
  { number, headings }: SectionName,
  passages: readonly Passage[],
): ReadPassage | null {
  const found = listHeadings(body);
  const isKnown = found.length === headings;
  const heading = isKnown ? found[number] : undefined;
  const id = heading?.id ?? '';
  const passage = choosePassage(passages, isKnown ? id : null);
  const name = heading === undefined ? '' : readText(heading).text.trim();
  return { id, name, ...(passage === null ? { text: '', marks: [] } : passageText(passage)) };
}
