import { readStemmer } from '../config/read-stemmer.js';
import type { RenderWatch } from '../markdown/threads/render-all.js';
import type { RenderHelper } from '../markdown/threads/render-helper.js';
import type { KeptChapter, KeptChapters } from '../markdown/threads/serve-helper.js';
import type { OutputFile } from '../model/output.js';
import { listFound } from '../search/list-found.js';
import type { SearchText } from '../search/list-pages.js';
import { createIndexWriter, type SearchContext } from '../search/write-index.js';
import type { OpenSite } from './open-site.js';
import type { Rendering } from './render-book.js';

/** The search index of a book. As soon as all chapters are rendered a helper makes it, while this thread makes pages. */
export interface SearchMaker extends RenderWatch {
  /** The files of the index, once all chapters are rendered. */
  readonly finish: () => Promise<readonly OutputFile[]>;
}

/**
 * Prepares the search index of a site; null where the configuration says `search: false`. The first helper has kept the words
 * of the chapters that it has rendered.
 */
export function createSearchMaker(
  site: OpenSite,
  rendering: Rendering,
  [helper]: readonly RenderHelper[],
): SearchMaker | null {
  if (!site.inputs.config.search) return null;
  const texts = new Map<string, SearchText>();
  let answer: ReturnType<RenderHelper['conclude']> = async () => null;
  return {
    rendered: (chapter) => {
      if (chapter.isKept !== true) addText(texts, chapter.path, chapter);
    },
    end: () => {
      for (const path of rendering.known.keys()) recallText(texts, path, rendering);
      if (helper !== undefined) answer = helper.conclude(searchContext(site, texts));
    },
    finish: async () => {
      const answered = await answer();
      // Only `answerSearchQuestion` answers.
      if (answered !== null) return answered.answer as readonly OutputFile[];
      return createIndexWriter()(searchContext(site, findLost(texts, rendering)));
    },
  };
}

function recallText(texts: Map<string, SearchText>, path: string, { factsOf, termsOf }: Rendering): void {
  const { headings, excerpt } = factsOf(path);
  addText(texts, path, { headings, excerpt, terms: termsOf(path) });
}

/** The texts and those of all chapters whose words went with a helper's thread. */
function findLost(texts: ReadonlyMap<string, SearchText>, rendering: Rendering): SearchContext['texts'] {
  const all = new Map(texts);
  for (const { path, headings, excerpt } of rendering.allFacts())
    if (!all.has(path)) addText(all, path, { headings, excerpt, terms: rendering.termsOf(path) });
  return all;
}

/** What a helper's thread makes of its chapters' words, and of those of others, which come with the question. */
export function answerSearchQuestion(question: unknown, kept: KeptChapters): readonly OutputFile[] {
  // Only `createSearchMaker` asks.
  const context = question as SearchContext;
  const texts = new Map<string, SearchText>();
  for (const [path, chapter] of kept) addText(texts, path, chapter);
  for (const [path, text] of context.texts) texts.set(path, text);
  return createIndexWriter()({ ...context, texts });
}

/** Adds what the index takes of a chapter; nothing of one that no search wants. */
export function addText(
  texts: Map<string, SearchText>,
  path: string,
  { headings, excerpt, terms }: KeptChapter,
): void {
  if (terms !== null) texts.set(path, { headings, excerpt, terms });
}

/** What the index of a site is made from. */
export function searchContext(
  { inputs: { config }, opened: { book } }: Omit<OpenSite, 'family'>,
  texts: SearchContext['texts'],
): SearchContext {
  const { relativeUrls, place, language } = config;
  const setting = { relativeUrls, folder: place.folder, stemmer: readStemmer(language) };
  return { found: listFound(book), setting, texts };
}
