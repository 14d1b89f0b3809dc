import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { createTitleSetter } from '../markdown/html/create-title-setter.js';
import type { Page } from '../model/book.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { createSite } from '../pages/create-site.js';
import type { Theme } from '../pages/theme/theme.js';
import { createSizeOf } from '../pipeline/collect-pictures.js';
import { addText, searchContext } from '../pipeline/make-search.js';
import type { OpenSite } from '../pipeline/open-site.js';
import type { SearchText } from '../search/list-pages.js';
import type { WriteIndex } from '../search/write-index.js';
import type { RenderText } from './recall-rendering.js';

/** A site whose files are made one by one, and what was found so far. */
export interface SiteMaker {
  /** What was found before any page was made, with the severities that the owner wants. */
  readonly findings: readonly Diagnostic[];
  /** False once an error is known that touches more than the page it is in: nothing of this site is to be shown. */
  readonly isFit: () => boolean;
  /** A page's file. The findings are those of its first rendering: a fault is reported only once. */
  readonly renderPage: (page: Page) => Promise<RenderedPage>;
  /** `404.html`, redirects, the theme's assets. */
  readonly renderExtras: () => Promise<Outcome<readonly OutputFile[]>>;
  /** The whole book in one page; null when the book does not want it. */
  readonly renderPrint: () => Promise<Outcome<OutputFile> | null>;
  /** The search index, for which every chapter is rendered. Made once, when it is first asked for. */
  readonly makeSearch: () => readonly OutputFile[];
}

/** A page's file, and the chapters whose text or facts it shows. */
interface RenderedPage extends Outcome<OutputFile> {
  readonly shown: ReadonlySet<string>;
}

/** What renders the chapters of a site, and writes its search index, with what they remember. */
export interface SiteMemories {
  readonly renderText: RenderText;
  readonly writeIndex: WriteIndex;
}

/** Prepares a site. */
export function makeSite(site: OpenSite, theme: Outcome<Theme>, memories: SiteMemories): SiteMaker {
  const { renderText } = memories;
  const { inputs, opened } = site;
  const { note, begin } = createNotes(renderText);
  const made = prepare(site, theme, note);
  const settle = (found: readonly Diagnostic[]) => applySeverities(found, inputs.config);
  const findings = settle([...inputs.diagnostics, ...opened.diagnostics, ...made.diagnostics]);
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
    const { shown, end } = begin();
    const html = page.source === null ? '' : note(page.source).html;
    const { value, diagnostics } = judge(await made.value.renderPage(page, html));
    end();
    const first = found.get(page.key) ?? diagnostics;
    found.set(page.key, first);
    return { value, diagnostics: first, shown };
  };

  let extras: Promise<Outcome<readonly OutputFile[]>> | undefined;
  const renderExtras = () => {
    extras ??= made.value.renderExtras().then(judge);
    return extras;
  };
  const renderPrint = async () => {
    const print = await made.value.renderPrint();
    return print === null ? null : judge(print);
  };
  let search: readonly OutputFile[] | undefined;
  const makeSearch = () => {
    search ??= indexBook(site, memories);
    return search;
  };
  return { findings, isFit: () => isFit, renderPage, renderExtras, renderPrint, makeSearch };
}

function prepare({ inputs, opened, family }: OpenSite, theme: Outcome<Theme>, factsOf: RenderText) {
  const { config, plugins, sources } = inputs;
  const { book, chapters } = opened;
  const { templates, assets, data } = sources;
  const htmlOf = (path: string) => factsOf(path).html;
  const sizeOf = createSizeOf(sources, book);
  const setTitle = createTitleSetter(config.markdown);
  const { filters } = plugins;
  return createSite(
    { book, config, chapters, family, templates, assets, data, filters, factsOf, htmlOf, sizeOf, setTitle },
    theme,
  );
}

function indexBook(site: OpenSite, { renderText, writeIndex }: SiteMemories): readonly OutputFile[] {
  if (!site.inputs.config.search) return [];
  const texts = new Map<string, SearchText>();
  for (const { source } of Object.values(site.opened.book.pages))
    if (source !== null) addText(texts, source, renderText(source));
  return writeIndex(searchContext(site, texts));
}

/** Notes which chapters are asked for while a page is made. Pages that are made at the same time share their notes. */
function createNotes(renderText: RenderText) {
  const open = new Set<Set<string>>();
  const note: RenderText = (path) => {
    for (const shown of open) shown.add(path);
    return renderText(path);
  };
  const begin = () => {
    const shown = new Set<string>();
    open.add(shown);
    return { shown, end: () => open.delete(shown) };
  };
  return { note, begin };
}
