import type { RenderedChapter } from '../../model/rendered.js';

/** Chapters on their way from a thread: without the vocabulary that they share, of which only news is sent. */
export interface ChapterPack {
  readonly chapters: readonly RenderedChapter[];
  /** The terms that have joined the vocabulary since the pack before. */
  readonly news: readonly string[];
}

const none: readonly string[] = [];

export type PackChapters = (chapters: readonly RenderedChapter[]) => ChapterPack;

/** For the thread that renders. A message would hold its whole vocabulary, tens of thousands of terms, every time. */
export function createPacker(): PackChapters {
  let sent = 0;
  return (chapters) => {
    const vocabulary = chapters.find(({ terms }) => terms !== null)?.terms?.vocabulary ?? none;
    const news = vocabulary.slice(sent);
    sent += news.length;
    return { chapters: chapters.map((chapter) => shareVocabulary(chapter, none)), news };
  };
}

/** For the thread that receives: packs must come in the order in which they were made. */
export function createUnpacker(): (pack: ChapterPack) => readonly RenderedChapter[] {
  const vocabulary: string[] = [];
  return ({ chapters, news }) => {
    for (const term of news) vocabulary.push(term);
    return chapters.map((chapter) => shareVocabulary(chapter, vocabulary));
  };
}

function shareVocabulary(chapter: RenderedChapter, vocabulary: readonly string[]): RenderedChapter {
  return chapter.terms === null ? chapter : { ...chapter, terms: { ...chapter.terms, vocabulary } };
}
