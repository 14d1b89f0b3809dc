import type { ChapterWords } from '../../model/chapter-words.js';
import type { RenderedChapter } from '../../model/rendered.js';
import { packWords, unpackWords } from '../../words/pack-words.js';

/** Chapters on their way from a thread: without the vocabulary that they share, of which only news is sent. */
export interface ChapterPack {
  /** Their words stand in `words`. */
  readonly chapters: readonly Omit<RenderedChapter, 'terms'>[];
  /** For each of them; null where no search wants any. */
  readonly words: readonly (Uint8Array<ArrayBuffer> | null)[];
  /** The words that have joined the vocabulary since the pack before. */
  readonly news: readonly string[];
}

export type PackChapters = (chapters: readonly RenderedChapter[]) => ChapterPack;

/** For the thread that renders. A message would hold its whole vocabulary, tens of thousands of words, every time. */
export function createPacker(): PackChapters {
  let sent = 0;
  return (chapters) => {
    const vocabulary = chapters.find(({ terms }) => terms !== null)?.terms?.vocabulary ?? [];
    const news = vocabulary.slice(sent);
    sent += news.length;
    return {
      chapters: chapters.map(({ terms: _, ...chapter }) => chapter),
      words: chapters.map(({ terms }) => (terms === null ? null : packWords(terms))),
      news,
    };
  };
}

/** What of a pack can change hands without a copy. */
export function listTransfers({ words }: ChapterPack): readonly ArrayBuffer[] {
  return words.flatMap((bytes) => bytes?.buffer ?? []);
}

/** For the thread that receives: packs must come in the order in which they were made. */
export function createUnpacker(): (pack: ChapterPack) => readonly RenderedChapter[] {
  const vocabulary: string[] = [];
  return ({ chapters, words, news }) => {
    for (const word of news) vocabulary.push(word);
    return chapters.map((chapter, at) => ({ ...chapter, terms: unpack(words[at] ?? null, vocabulary) }));
  };
}

function unpack(bytes: Uint8Array | null, vocabulary: readonly string[]): ChapterWords | null {
  return bytes === null ? null : unpackWords(bytes, vocabulary);
}
