import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import type { Book, Page } from '../model/book.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputCopy, OutputFile } from '../model/output.js';
import { markdownAddress } from '../pages/outputs/markdown-address.js';
import { printPath } from '../pages/print/render-print.js';
import type { Theme } from '../pages/theme/theme.js';
import { listCopies } from '../pipeline/list-copies.js';
import { listMarkdownOutputs } from '../pipeline/list-markdown-outputs.js';
import type { OpenBook, OpenSite } from '../pipeline/open-site.js';
import type { Inputs } from '../pipeline/read-inputs.js';
import { isOfSearch, type WriteIndex } from '../search/write-index.js';
import { makeSite, type SiteMaker } from './make-site.js';
import type { RenderText } from './recall-rendering.js';

/** A book's sites as they follow from one state of the sources. Nothing is made before it is asked for. */
export interface Edition {
  readonly inputs: Inputs;
  /** The site of each language, the main language's first. */
  readonly sites: readonly EditionSite[];
  /** What was found before any page was made, with the severities that the owner wants. */
  readonly findings: readonly Diagnostic[];
  /** As `SiteMaker.isFit`, of all sites. */
  readonly isFit: () => boolean;
  /** The file at an output path; null if there is none. */
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
  readonly copies: readonly OutputCopy[];
}

/** The site of one language. */
export interface EditionSite extends SiteMaker {
  readonly inputs: Inputs;
  readonly opened: OpenBook;
  readonly hasPage: (outputPath: string) => boolean;
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

/** A site, with what its pages are made with. */
export interface PreparedSite {
  readonly site: OpenSite;
  readonly theme: Outcome<Theme>;
  readonly renderText: RenderText;
  readonly writeIndex: WriteIndex;
}

/** Opens an edition. All of it is a function of the inputs. */
export function openEdition(inputs: Inputs, prepared: readonly PreparedSite[]): Edition {
  const sites = prepared.map(openSite);
  return {
    inputs,
    sites,
    findings: dropRepeated(sites.flatMap(({ findings }) => findings)),
    isFit: () => sites.every(({ isFit }) => isFit()),
    find: async (path) => {
      for (const site of sortByNearness(sites, path)) {
        const file = await site.find(path);
        if (file !== null) return file;
      }
      return null;
    },
    copies: sites.flatMap(({ copies }) => copies),
  };
}

/** Whether other chapters are published at `now`, in milliseconds since 1970 UTC, than when the edition was opened. */
export function isOutdated({ sites }: Edition, now: number): boolean {
  return sites.some(({ opened: { book } }) => book.validUntil !== null && now >= book.validUntil);
}

/** The site that has a page at the path first, then those in whose folder it lies: asking another may make all of it. */
function sortByNearness(sites: readonly EditionSite[], path: string): readonly EditionSite[] {
  const rank = ({ hasPage, inputs }: EditionSite) => {
    const { folder } = inputs.config.place;
    return hasPage(path) ? Number.POSITIVE_INFINITY : path.startsWith(folder) ? folder.length : -1;
  };
  return sites.toSorted((one, two) => (rank(one) === rank(two) ? 0 : rank(two) > rank(one) ? 1 : -1));
}

function openSite({ site: open, theme, renderText, writeIndex }: PreparedSite): EditionSite {
  const { inputs, opened } = open;
  const site = makeSite(open, theme, { renderText, writeIndex });
  const copies = listCopies(inputs, opened.book);
  const pages = indexPages(opened.book);
  // Which assets of a Hugo site its templates ask for is only known once all chapters are rendered.
  const assets = (inputs.sources.hugo?.assets ?? []).map(({ path, absolute }) => [path, absolute] as const);
  const places = new Map([...assets, ...copies.map(({ path, from }) => [path, from] as const)]);

  /** Whether the text of a page could be rendered, be it with broken links. */
  const isWhole = ({ source }: Page): boolean => {
    if (source === null) return true;
    const { html, diagnostics } = renderText(source);
    return html !== '' || !hasErrors(applySeverities(diagnostics, inputs.config));
  };
  const makeOther = async (path: string): Promise<OutputFile | undefined> => {
    if (path === printPath(inputs.config)) return (await site.renderPrint())?.value;
    if (path.endsWith('.md')) {
      const outputs = listMarkdownOutputs(open, renderText);
      return outputs.find(({ page }) => markdownAddress(page.outputPath) === path)?.make();
    }
    const files = isOfSearch(path, inputs.config.place.folder)
      ? site.makeSearch()
      : (await site.renderExtras()).value;
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
  return { ...site, inputs, opened, hasPage: (path) => pages.has(path), find, renderText, copies };
}
