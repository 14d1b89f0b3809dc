import { hasErrors, settleSeverities } from '../diagnostics/settle.js';
import { listCopies } from '../list-copies.js';
import type { Book, Page } from '../model/book.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputCopy, OutputFile } from '../model/output.js';
import type { OpenBook } from '../open-book.js';
import { createSite } from '../pages/create-site.js';
import type { Inputs } from '../read-inputs.js';
import type { RenderText } from './recall-rendering.js';

/** A site as it follows from one state of the sources. Nothing is made before it is asked for. */
export interface Edition {
  readonly inputs: Inputs;
  readonly opened: OpenBook;
  /** What was found before any page was made, with the severities that the owner wants. */
  readonly findings: readonly Diagnostic[];
  /** False once an error is known that touches more than the page it is in: nothing of such an edition is to be shown. */
  readonly isFit: () => boolean;
  /** The file at an output path; null if the site has none there. */
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
  readonly renderText: RenderText;
  /** A page's file. The findings are those of its first rendering: a fault is reported only once. */
  readonly renderPage: (page: Page) => Promise<RenderedPage>;
  /** `404.html`, redirects, the theme's assets. */
  readonly renderExtras: () => Promise<Outcome<readonly OutputFile[]>>;
  readonly copies: readonly OutputCopy[];
}

/** A page's file, and the chapters whose text or facts it shows. */
export interface RenderedPage extends Outcome<OutputFile> {
  readonly shown: ReadonlySet<string>;
}

/** A file of an edition: made by it, or copied from the sources as it is. */
export type EditionFile =
  /** `isWhole` is false for a page whose text could not be rendered. */
  | { readonly kind: 'made'; readonly content: string | Uint8Array; readonly isWhole: boolean }
  | { readonly kind: 'copy'; readonly from: string };

/** Opens an edition. All of it is a function of the inputs; `recallText` renders their chapters. */
export function openEdition(inputs: Inputs, opened: OpenBook, recallText: RenderText): Edition {
  const { config, sources } = inputs;
  const { book, chapters } = opened;
  const { templates, assets } = sources;
  /** The pages that are being made, each with what it asked for. */
  const asking = new Set<Set<string>>();
  const renderText: RenderText = (path) => {
    for (const shown of asking) shown.add(path);
    return recallText(path);
  };
  const htmlOf = (path: string) => renderText(path).html;
  const site = createSite({ book, config, chapters, templates, assets, factsOf: renderText, htmlOf });
  const settle = (found: readonly Diagnostic[]) => settleSeverities(found, config);
  const findings = settle([...inputs.diagnostics, ...opened.diagnostics, ...site.diagnostics]);
  let isFit = !hasErrors(findings);

  /** Settles what is found while the site is made: the templates are at fault. */
  const judge = <Value>({ value, diagnostics }: Outcome<Value>): Outcome<Value> => {
    const settled = settle(diagnostics);
    if (hasErrors(settled)) isFit = false;
    return { value, diagnostics: settled };
  };

  /** By key. */
  const found = new Map<string, readonly Diagnostic[]>();
  const renderPage = async (page: Page): Promise<RenderedPage> => {
    const shown = new Set<string>();
    asking.add(shown);
    const html = page.source === null ? '' : htmlOf(page.source);
    const { value, diagnostics } = judge(await site.value.renderPage(page, html));
    asking.delete(shown);
    const first = found.get(page.key) ?? diagnostics;
    found.set(page.key, first);
    return { value, diagnostics: first, shown };
  };

  let extras: Promise<Outcome<readonly OutputFile[]>> | undefined;
  const renderExtras = () => {
    extras ??= site.value.renderExtras().then(judge);
    return extras;
  };

  const copies = listCopies(inputs, book);
  const places = {
    pages: listPlaces(book),
    copies: new Map(copies.map(({ path, from }) => [path, from])),
  };
  const find = async (path: string): Promise<EditionFile | null> => {
    const page = places.pages.get(path);
    if (page !== undefined) {
      const { value } = await renderPage(page);
      return { kind: 'made', content: value.content, isWhole: isReadable(page, renderText, settle) };
    }
    const from = places.copies.get(path);
    if (from !== undefined) return { kind: 'copy', from };
    const made = (await renderExtras()).value.find((file) => file.path === path);
    return made === undefined ? null : { kind: 'made', content: made.content, isWhole: true };
  };
  return {
    inputs,
    opened,
    findings,
    isFit: () => isFit,
    find,
    renderText: recallText,
    renderPage,
    renderExtras,
    copies,
  };
}

/** Pages by output path, listed once for each book: editions in which only texts differ share theirs. */
const placesOf = new WeakMap<Book, ReadonlyMap<string, Page>>();

function listPlaces(book: Book): ReadonlyMap<string, Page> {
  const known =
    placesOf.get(book) ?? new Map(Object.values(book.pages).map((page) => [page.outputPath, page]));
  placesOf.set(book, known);
  return known;
}

/** Whether the text of a page could be rendered, be it with broken links. */
function isReadable(
  { source }: Page,
  renderText: RenderText,
  settle: (found: readonly Diagnostic[]) => readonly Diagnostic[],
): boolean {
  if (source === null) return true;
  const { html, diagnostics } = renderText(source);
  return html !== '' || !hasErrors(settle(diagnostics));
}
