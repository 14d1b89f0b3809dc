import { Buffer } from 'node:buffer';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic, Outcome } from '../../model/diagnostic.js';
import type { PaperBook, PaperEntry, PaperLayout } from '../../model/paper.js';
import { escapeFor } from '../../text/escape.js';
import { decodePart } from '../../url/decode-address.js';
import { listOutline, type OutlineEntry } from '../contents/list-outline.js';
import { type BookFacts, describeBook } from '../epub/describe-book.js';
import type { ReadFile } from '../epub/pack-pictures.js';
import { reportPart, reviewFacts } from '../epub/render-epub.js';
import { createChapterRewriter, withoutBase } from '../epub/rewrite-chapter.js';
import { findPartKey, selectPages } from '../epub/select-pages.js';
import { toXhtml } from '../epub/to-xhtml.js';
import { renderTitlePage, writeChapter } from '../epub/write-pages.js';
import { findStyle, nameAccent, writeStyle } from '../epub/write-style.js';
import { createIdLookup, createLosses, createPageFinder } from '../epub/write-texts.js';
import type { PageTools } from '../page-tools.js';
import { encodeKey, ID_SEPARATOR } from '../print/anchors.js';
import { findRoom, settleMargins, writePaperStyle } from './paper-style.js';

/** What is asked of a printed book. */
export interface PaperRequest {
  /** The path of a section, for it and all below it alone; null for the whole book. */
  readonly part: string | null;
  readonly readFile: ReadFile;
}

/**
 * A book to be printed (book files, section 5), one page of HTML:
 *
 * 1. title page and contents, with a gap for each number;
 * 2. each page of the reading order, rewritten as for the EPUB (`rewrite-chapter.ts`), its ids after its key as in `print/`;
 * 3. the style: the theme's, the size of the page, and a running head for each chapter.
 *
 * Null with an error: `books/unknown-part`, `pdf/bad-size`.
 */
export async function renderPaper(
  tools: PageTools,
  { part, readFile }: PaperRequest,
): Promise<Outcome<PaperBook | null>> {
  const { context, shared } = tools;
  const { config, setTitle } = context;
  const pages = selectPages(context, part);
  if (pages === null) return { value: null, diagnostics: [reportPart(part ?? '', tools)] };
  const look = { ...config.paper, margins: settleMargins(config.paper) };
  const room = findRoom(look);
  if (room.width < LEAST_ROOM || room.height < LEAST_ROOM)
    return { value: null, diagnostics: [diagnose('pdf/bad-size', room)] };
  const facts = describeBook(context.book.pages[findPartKey(part)], pages, part, tools);
  const front = await renderTitlePage(facts, tools);
  const texts = writeTexts(pages, facts, tools);
  const entries = listOutline(pages, context.book, ({ label }) => setTitle(label));
  const { direction } = config.place;
  const heads = pages.map(({ label }, at) => ({
    selector: `.${nameHead(at)}`,
    text: setTitle(label) || facts.title,
  }));
  const style = [
    writePaperStyle({ ...look, title: facts.title, direction }, heads),
    writeStyle(texts.accents, tools),
    findStyle('paper.css', tools),
  ].join('\n');
  const before = Buffer.from(writeHead(facts, style, tools) + front.value);
  const sections = pages.map(
    (page, at) => [encodeKey(page.key), texts.sections[at] ?? Buffer.alloc(0)] as const,
  );
  const write = ({ numbers, blanks }: PaperLayout) =>
    Buffer.concat([
      before,
      Buffer.from(writeContents(entries, shared.t('contents'), numbers)),
      ...sections.flatMap(([start, section]) => (blanks.has(start) ? [BLANK, section] : [section])),
      END,
    ]);
  const value: PaperBook = {
    write,
    starts: sections.map(([start]) => start),
    startsOn: config.books.chaptersOn,
    outline: entries.map(toPaperEntry),
    facts: describePaper(facts, tools),
    readFile: (address) => readFile(decodePart(withoutBase(address, config).slice(1))),
    characters: texts.characters,
    chapters: pages.filter(({ kind }) => kind === 'page').length,
  };
  return { value, diagnostics: [...front.diagnostics, ...texts.diagnostics, ...reviewFacts(facts)] };
}

/** Millimetres that a line and a page need at least. */
const LEAST_ROOM = 30;
const BLANK = Buffer.from('<div class="blank"></div>\n');
const END = Buffer.from('</body>\n</html>\n');

function nameHead(at: number): string {
  return `head-${at + 1}`;
}

function writeHead({ title }: BookFacts, style: string, { context: { config } }: PageTools): string {
  const lang = escapeFor('attribute', config.language);
  // The style is the theme's and the owner's; only values that are escaped for it come from chapters.
  return `<!doctype html>
<html lang="${lang}" dir="${config.place.direction}">
<head>
<meta charset="utf-8">
<title>${escapeFor('text', title)}</title>
<style>
${style}
</style>
</head>
<body>
`;
}

/** The contents; a number that is not known yet is four digits, since it stands in a box of a fixed width. */
function writeContents(
  entries: readonly OutlineEntry[],
  title: string,
  numbers: ReadonlyMap<string, number>,
): string {
  const list = (below: readonly OutlineEntry[]): string =>
    `<ol>\n${below.map((entry) => `<li>${link(entry)}${entry.children.length > 0 ? list(entry.children) : ''}</li>`).join('\n')}\n</ol>`;
  const link = ({ page, shortLabel }: OutlineEntry) => {
    const target = encodeKey(page.key);
    const number = numbers.get(target) ?? '0000';
    return `<a href="#${escapeFor('attribute', target)}"><span>${escapeFor('text', shortLabel)}</span><span class="leader"></span><span class="number">${number}</span></a>`;
  };
  return `<nav class="contents" role="doc-toc" aria-labelledby="contents-title">
<h1 id="contents-title">${escapeFor('text', title)}</h1>
${list(entries)}
</nav>
`;
}

function toPaperEntry({ page, label, children }: OutlineEntry): PaperEntry {
  return { title: label, target: encodeKey(page.key), children: children.map(toPaperEntry) };
}

function describePaper(facts: BookFacts, { context: { config } }: PageTools): PaperBook['facts'] {
  return {
    title: facts.title,
    authors: facts.authors,
    subject: facts.description,
    language: config.language,
    direction: config.place.direction,
    modified: facts.modified ?? Date.UTC(2000, 0, 1),
    creator: config.generator,
  };
}

/** The texts of a printed book. */
interface PaperTexts {
  /** A section for each page, in UTF-8. */
  readonly sections: readonly Buffer[];
  readonly accents: ReadonlyMap<string, string>;
  readonly characters: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

function writeTexts(pages: readonly Page[], { title }: BookFacts, tools: PageTools): PaperTexts {
  const { config, htmlOf, setTitle, sizeOf } = tools.context;
  const hasId = createIdLookup(tools.context);
  const point = ({ key }: Page, id: string) =>
    `#${encodeKey(key)}${id === '' ? '' : ID_SEPARATOR + encodeURIComponent(id)}`;
  const findPage = createPageFinder(pages, { config, hasId }, point);
  const lost = createLosses();
  const accents = new Map<string, string>();
  const characters = new Map<string, string>();
  const sections = pages.map((page, at) => {
    const nameId = (id: string) => page.key + ID_SEPARATOR + id;
    const rewrite = createChapterRewriter({
      ...{ config, findPage, nameId, ...lost },
      findHere: (id) => (hasId(page, id) ? point(page, id) : null),
      findPicture: (address) => (sizeOf(withoutBase(address, config)) === null ? null : address),
    });
    const text = page.source === null ? '' : toXhtml(htmlOf(page.source), rewrite);
    const named = page.title === '' ? { ...page, title } : page;
    const accent = [nameHead(at), nameAccent(page, tools, accents)].join(' ').trim();
    const section = writeChapter(named, text, { setTitle, accent, id: page.key, titleId: nameId('title') });
    collectCharacters(section, setTitle(page.label) || title, characters);
    return Buffer.from(`${section}\n`);
  });
  return { sections, accents, characters, diagnostics: lost.diagnostics() };
}

/** The characters beyond ASCII of a text in XHTML, each with the label of the page that has it first. */
function collectCharacters(xhtml: string, label: string, known: Map<string, string>): void {
  for (const [character] of xhtml.replace(/<[^>]*>?/g, '').matchAll(/[^\0-\x7f]/gu))
    if (!known.has(character)) known.set(character, label);
}
