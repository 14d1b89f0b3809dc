import { Buffer } from 'node:buffer';
import { addAll } from '../../lists/add-all.js';
import type { AccentStyle } from '../../model/accent.js';
import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import type { Diagnostic, Outcome } from '../../model/diagnostic.js';
import type { OutputFile } from '../../model/output.js';
import type { PageView } from '../../model/page-view.js';
import type { TemplateData } from '../../model/template-data.js';
import { markSafe } from '../../templates/engine.js';
import { escapeFor } from '../../text/escape.js';
import { asPage } from '../built-in-pages.js';
import { describeSubject, type PageTools } from '../page-tools.js';
import { writeRunningHeads } from '../paper/paper-style.js';
import { hashInline } from '../theme/inline-scripts.js';
import { anchorIds, createAnchorLinks } from './anchors.js';

/** Where the whole book is, if `outputs.home` has `print`. */
export function printPath({ place }: Config): string {
  return `${place.folder}print/index.html`;
}

/** Stands in the page for the chapters until they come. No text of a book looks like it: there `<` is escaped. */
const GAP = '<!--octavo:chapters-->';

/**
 * The whole book in one page, to be printed:
 *
 * 1. `print.html` with a gap: title page and contents;
 * 2. each page of the reading order through `partials/print-chapter.html`, as bytes, so that of one chapter at a time
 *    there is more than what will be written;
 * 3. ids with their chapter before them, and links that stay inside the document.
 *
 * Null when the book does not want it, or has a page of its own there.
 */
export async function renderPrint(tools: PageTools): Promise<Outcome<OutputFile> | null> {
  const { config, book } = tools.context;
  const path = printPath(config);
  const isTaken = Object.values(book.pages).some(({ outputPath }) => outputPath === path);
  if (!config.outputs.print || isTaken) return null;
  const pages = book.order
    .flatMap((key) => book.pages[key] ?? [])
    .filter(({ outputPath }) => outputPath !== '');
  const linkUp = createAnchorLinks(pages, config);
  const encode = (html: string) => Buffer.from(tools.rewriteLinks(path, linkUp(html)));
  const frame = await renderFrame(tools, pages);
  const [before = '', after = ''] = frame.value.split(GAP);
  const parts = [encode(before)];
  const diagnostics: Diagnostic[] = [...frame.diagnostics];
  for (const page of pages) {
    const chapter = await renderChapter(tools, page);
    parts.push(encode(chapter.value));
    addAll(diagnostics, chapter.diagnostics);
  }
  const content = Buffer.concat([...parts, encode(after)]);
  return { value: { path, content, yields: true }, diagnostics };
}

async function renderFrame(tools: PageTools, pages: readonly Page[]): Promise<Outcome<string>> {
  const { engine, shared, views } = tools;
  const { config } = tools.context;
  const url = `/${config.place.folder}print/`;
  const page = asPage({ kind: 'print', url, outputPath: printPath(config) }, shared.t('printBook'));
  const accentStyle = writeStyle(tools, pages);
  const view: PageView = Object.create(views.withContent(page, ''), {
    kind: { value: 'print' },
    accentStyle: { value: accentStyle },
  });
  const policy = tools.findPolicy(accentStyle?.hash ?? null);
  const data: TemplateData = {
    ...shared,
    page: view,
    navigation: markSafe(''),
    chapters: markSafe(GAP),
    policy,
  };
  return engine.render('print.html', data);
}

async function renderChapter(tools: PageTools, page: Page): Promise<Outcome<string>> {
  const { context, engine, shared, views } = tools;
  const { source, key } = page;
  const html = source === null ? '' : anchorIds(key, context.htmlOf(source));
  const data = { ...shared, page: views.withContent(page, html), navigation: markSafe(''), policy: '' };
  return engine.render('partials/print-chapter.html', data, describeSubject(page));
}

/** The colours of all chapters, each once, as they are on white paper, and their running heads. */
function writeStyle({ context, views }: PageTools, pages: readonly Page[]): AccentStyle {
  const { book, config, setTitle } = context;
  const colours = new Set(pages.flatMap((page) => views.view(page).accent?.light ?? []));
  const accents = [...colours].map((colour) => `[data-accent="${colour}"]{--accent:${colour}}`);
  const heads = pages
    .filter(({ kind }) => kind !== 'home')
    .map(({ key, label }) => ({ selector: `[id="${escapeFor('css', key)}"]`, text: setTitle(label) }));
  const title = book.pages['/']?.title || config.title;
  const facts = { title, direction: config.place.direction, width: HEAD_WIDTH };
  const css = accents.join('') + writeRunningHeads(facts, heads);
  return { css, hash: hashInline(css) };
}

/** Millimetres that the margins of `print.css` leave of A4. */
const HEAD_WIDTH = 154;
