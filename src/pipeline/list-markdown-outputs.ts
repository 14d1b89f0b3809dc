import { decodeText } from '../files/decode.js';
import type { Page } from '../model/book.js';
import type { OutputFile } from '../model/output.js';
import type { ChapterFacts } from '../model/rendered.js';
import { hasMarkdownOutput } from '../pages/outputs/has-markdown-output.js';
import { writeMarkdownOutput } from '../pages/outputs/write-markdown-output.js';
import type { OpenSite } from './open-site.js';
import { createTwinLinks, type SettleLinks } from './settle-twin-links.js';

/** The Markdown of a chapter, to be published beside its page. */
export interface MarkdownOutput {
  readonly page: Page;
  /** Shortcodes are expanded in it, and links settled. */
  readonly make: () => Promise<OutputFile>;
}

/** The Markdown outputs of all chapters, made one at a time, so that memory stays flat; none unless `outputs` asks for them. */
export function listMarkdownOutputs(
  site: OpenSite,
  factsOf: (path: string) => ChapterFacts,
): readonly MarkdownOutput[] {
  const { config, sources } = site.inputs;
  const { book, chapters } = site.opened;
  const files = new Map(sources.chapters.map((file) => [file.path, file]));
  let settling: Promise<SettleLinks> | null = null;
  return book.order.flatMap((key): readonly MarkdownOutput[] => {
    const page = book.pages[key];
    const source = page?.source ?? '';
    const [file, chapter] = [files.get(source), chapters.get(source)];
    if (page === undefined || file === undefined || chapter === undefined) return [];
    if (!hasMarkdownOutput(page, config)) return [];
    const make = async () => {
      settling ??= createTwinLinks(site);
      const settleLinks = await settling;
      const body = factsOf(source).expanded ?? (decodeText(file.bytes) ?? '').slice(chapter.bodyStart);
      return writeMarkdownOutput(page, settleLinks(body, source));
    };
    return [{ page, make }];
  });
}
