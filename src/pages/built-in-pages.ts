import { emptyHead } from '../content/empty-head.js';
import type { Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { PageView } from '../model/page-view.js';
import type { TemplateData } from '../model/template-data.js';
import type { Extra, PageTools } from './page-tools.js';

/** A page that every site has and no chapter makes; its template is named after its kind. */
interface BuiltInPage {
  readonly kind: PageView['kind'];
  /** Key of its title among the interface's texts. */
  readonly title: string;
  /** As in `Page`; in the table without the folder of the language. */
  readonly url: string;
  readonly outputPath: string;
}

const BUILT_IN_PAGES: readonly BuiltInPage[] = [
  { kind: '404', title: 'notFound', url: '/404.html', outputPath: '404.html' },
  { kind: 'contents', title: 'contents', url: '/contents/', outputPath: 'contents/index.html' },
];

/** The built-in pages, apart from those in whose place the book has a page of its own. */
export function listBuiltInPages(tools: PageTools): readonly Extra[] {
  const taken = new Set(Object.values(tools.context.book.pages).map(({ outputPath }) => outputPath));
  const { folder } = tools.context.config.place;
  const placed = BUILT_IN_PAGES.map((page) => placeIn(folder, page));
  const wanted = placed.filter(({ outputPath }) => !taken.has(outputPath));
  return wanted.map((page) => ({
    name: page.kind,
    isAt: (path) => path === page.outputPath,
    make: async () => {
      const { value, diagnostics } = await renderBuiltInPage(tools, page);
      return { value: [value], diagnostics };
    },
  }));
}

function placeIn(folder: string, { url, outputPath, ...page }: BuiltInPage): BuiltInPage {
  return { ...page, url: `/${folder}${url.slice(1)}`, outputPath: folder + outputPath };
}

async function renderBuiltInPage(tools: PageTools, page: BuiltInPage): Promise<Outcome<OutputFile>> {
  const { engine, shared, views, drawNavigation } = tools;
  const bookPage = asPage(page, shared.t(page.title));
  const view: PageView = Object.create(views.withContent(bookPage, ''), { kind: { value: page.kind } });
  const navigation = await drawNavigation(bookPage);
  const policy = tools.findPolicy(null);
  const data: TemplateData = { page: view, navigation: navigation.value, policy, ...shared };
  const text = await engine.render(`${page.kind}.html`, data);
  // The page for what was not found is shown at any depth: only addresses from the root lead on from there.
  const rewrite = page.kind === '404' ? (_: string, html: string) => html : tools.rewriteLinks;
  return {
    value: { path: page.outputPath, content: rewrite(page.outputPath, text.value) },
    diagnostics: [...navigation.diagnostics, ...text.diagnostics],
  };
}

/** A built-in page with its title, as if it were one of the book's. */
export function asPage({ kind, url, outputPath }: Omit<BuiltInPage, 'title'>, title: string): Page {
  return {
    // No page of a book has a key without a leading slash.
    key: kind,
    kind: 'page',
    source: null,
    file: null,
    head: emptyHead,
    url,
    outputPath,
    title,
    heading: '',
    linkTitle: title,
    label: title,
    volume: null,
    family: null,
    weight: 0,
    date: null,
    lastmod: null,
    draft: false,
    section: '',
    parent: '/',
    children: [],
    terms: {},
    previous: null,
    next: null,
    aliases: [],
  };
}
