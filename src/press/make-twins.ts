import type { OutputFile } from '../model/output.js';
import type { ChapterFacts } from '../model/rendered.js';
import { hasTwin } from '../pages/machines/has-twin.js';
import { writeTwin } from '../pages/machines/twin.js';
import { decodeText } from '../text/decode.js';
import type { OpenBook } from './open-book.js';
import type { Inputs } from './read-inputs.js';

/**
 * The Markdown twins of all chapters, shortcodes expanded, one at a time, so that memory stays flat; none unless
 * `outputs` asks for them.
 */
export function* makeTwins(
  { config, sources }: Inputs,
  { book, chapters }: OpenBook,
  factsOf: (path: string) => ChapterFacts,
): Iterable<OutputFile> {
  const files = new Map(sources.chapters.map((file) => [file.path, file]));
  for (const key of book.order) {
    const page = book.pages[key];
    const source = page?.source ?? '';
    const [file, chapter] = [files.get(source), chapters.get(source)];
    if (page === undefined || file === undefined || chapter === undefined || !hasTwin(page, config)) continue;
    const body = factsOf(source).expanded ?? (decodeText(file.bytes) ?? '').slice(chapter.bodyStart);
    yield writeTwin(page, body);
  }
}
