import { decodeText } from '../files/decode.js';
import type { OutputFile } from '../model/output.js';
import type { ChapterFacts } from '../model/rendered.js';
import { hasMarkdownOutput } from '../pages/outputs/has-markdown-output.js';
import { writeMarkdownOutput } from '../pages/outputs/write-markdown-output.js';
import type { OpenSite } from './open-site.js';
import { createTwinLinks } from './settle-twin-links.js';

/**
 * The Markdown twins of all chapters, shortcodes expanded and links settled, one at a time, so that memory stays flat; none unless
 * `outputs` asks for them.
 */
export async function* makeTwins(
  site: OpenSite,
  factsOf: (path: string) => ChapterFacts,
): AsyncIterable<OutputFile> {
  const { config, sources } = site.inputs;
  const { book, chapters } = site.opened;
  const wanted = book.order
    .flatMap((key) => book.pages[key] ?? [])
    .filter((page) => hasMarkdownOutput(page, config));
  if (wanted.length === 0) return;
  const settleLinks = await createTwinLinks(site);
  const files = new Map(sources.chapters.map((file) => [file.path, file]));
  for (const page of wanted) {
    const source = page.source ?? '';
    const [file, chapter] = [files.get(source), chapters.get(source)];
    if (file === undefined || chapter === undefined) continue;
    const body = factsOf(source).expanded ?? (decodeText(file.bytes) ?? '').slice(chapter.bodyStart);
    yield writeMarkdownOutput(page, settleLinks(body, source));
  }
}
