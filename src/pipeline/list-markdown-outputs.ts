import { replaceUrl } from '../editing/replace-url.js';
import { applyEdits } from '../editing/text-edit.js';
import { decodeText } from '../files/decode.js';
import { indexTargets } from '../markdown/links/index-targets.js';
import { resolveLink } from '../markdown/links/resolve-link.js';
import { loadParser } from '../markdown/parse/load-parser.js';
import { screenSource } from '../markdown/parse/screen-source.js';
import { surveyTree } from '../markdown/tree/survey-tree.js';
import type { Page } from '../model/book.js';
import type { OutputFile } from '../model/output.js';
import type { ChapterFacts } from '../model/rendered.js';
import { hasMarkdownOutput } from '../pages/outputs/has-markdown-output.js';
import { writeMarkdownOutput } from '../pages/outputs/write-markdown-output.js';
import { collectLinkTargets } from './collect-link-targets.js';
import type { OpenSite } from './open-site.js';

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
  let settling: Promise<ResolveLinks> | null = null;
  return book.order.flatMap((key): readonly MarkdownOutput[] => {
    const page = book.pages[key];
    const source = page?.source ?? '';
    const [file, chapter] = [files.get(source), chapters.get(source)];
    if (page === undefined || file === undefined || chapter === undefined) return [];
    if (!hasMarkdownOutput(page, config)) return [];
    const make = async () => {
      settling ??= createTwinLinks(site);
      const resolveLinks = await settling;
      const body = factsOf(source).expanded ?? (decodeText(file.bytes) ?? '').slice(chapter.bodyStart);
      return writeMarkdownOutput(page, resolveLinks(body, source));
    };
    return [{ page, make }];
  });
}

/** The Markdown of a chapter with its links as they lead from anywhere; `path` is its `Chapter.path`. */
type ResolveLinks = (body: string, path: string) => string;

/**
 * Prepares the links of Markdown twins. A chapter's links start at its file; its twin lies elsewhere and is read far from
 * the site, so that each gets the address of the page or file that it leads to, whole where the book's is known.
 * What leads nowhere or out of the book stays as it is, as does a text that no parser is to see.
 */
async function createTwinLinks(site: OpenSite): Promise<ResolveLinks> {
  const { config } = site.inputs;
  const parse = await loadParser(config.markdown.parser);
  const index = indexTargets(collectLinkTargets(site, false), config.basePath);
  const makeWhole = (href: string) =>
    config.baseUrl === '' ? href : config.baseUrl + href.slice(config.basePath.length);
  return (body, path) => {
    if (screenSource(body) !== null) return body;
    const edits = surveyTree(parse(body)).addressed.flatMap((node) => {
      const found = node.url.startsWith('#') ? null : resolveLink(node.url, path, index);
      if (found?.kind !== 'chapter' && found?.kind !== 'file') return [];
      return replaceUrl(node, body, node.url, makeWhole(found.href)) ?? [];
    });
    return applyEdits(body, edits);
  };
}
