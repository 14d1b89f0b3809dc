import { hasErrors, settleSeverities } from '../diagnostics/settle.js';
import { listCopies } from '../list-copies.js';
import type { Book, Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputCopy, OutputFile } from '../model/output.js';
import type { OpenBook } from '../open-book.js';
import { PRINT_PATH } from '../pages/print/render-print.js';
import type { Theme } from '../pages/theme.js';
import type { Inputs } from '../read-inputs.js';
import { isOfSearch } from '../search/write-index.js';
import { makeSite, type SiteMaker } from './make-site.js';
import type { RenderText } from './recall-rendering.js';

/** A site as it follows from one state of the sources. Nothing is made before it is asked for. */
export interface Edition extends SiteMaker {
  readonly inputs: Inputs;
  readonly opened: OpenBook;
  /** The file at an output path; null if the site has none there. */
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
  readonly renderText: RenderText;
  readonly copies: readonly OutputCopy[];
}

/** Made once for a book, however many editions show it. */
const indexed = new WeakMap<Book, ReadonlyMap<string, Page>>();

/** A book's pages by output path. */
function indexPages(book: Book): ReadonlyMap<string, Page> {
  const pages =
    indexed.get(book) ?? new Map(Object.values(book.pages).map((page) => [page.outputPath, page]));
  indexed.set(book, pages);
  return pages;
}

/** A file of an edition: made by it, or copied from the sources as it is. */
export type EditionFile =
  /** `isWhole` is false for a page whose text could not be rendered. */
  | { readonly kind: 'made'; readonly content: string | Uint8Array; readonly isWhole: boolean }
  | { readonly kind: 'copy'; readonly from: string };

/** Opens an edition. All of it is a function of the inputs; `renderText` renders their chapters. */
export function openEdition(
  inputs: Inputs,
  opened: OpenBook,
  theme: Outcome<Theme>,
  renderText: RenderText,
): Edition {
  const site = makeSite(inputs, opened, theme, renderText);
  const copies = listCopies(inputs, opened.book);
  const pages = indexPages(opened.book);
  const places = new Map(copies.map(({ path, from }) => [path, from]));

  /** Whether the text of a page could be rendered, be it with broken links. */
  const isWhole = ({ source }: Page): boolean => {
    if (source === null) return true;
    const { html, diagnostics } = renderText(source);
    return html !== '' || !hasErrors(settleSeverities(diagnostics, inputs.config));
  };
  const makeOther = async (path: string): Promise<OutputFile | undefined> => {
    if (path === PRINT_PATH) return (await site.renderPrint())?.value;
    const files = isOfSearch(path) ? site.makeSearch() : (await site.renderExtras()).value;
    return files.find((file) => file.path === path);
  };
  const find = async (path: string): Promise<EditionFile | null> => {
    const page = pages.get(path);
    if (page !== undefined) {
      const { value } = await site.renderPage(page);
      return { kind: 'made', content: value.content, isWhole: isWhole(page) };
    }
    const from = places.get(path);
    if (from !== undefined) return { kind: 'copy', from };
    const made = await makeOther(path);
    return made === undefined ? null : { kind: 'made', content: made.content, isWhole: true };
  };
  return { ...site, inputs, opened, find, renderText, copies };
}
