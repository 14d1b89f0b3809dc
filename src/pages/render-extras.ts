import type { Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { PageView, TemplateData } from '../model/view.js';
import { markSafe } from './engine.js';
import type { PageTools } from './page-tools.js';

/** Makes the files that are no pages of the book; see `Site.renderExtras`. */
export async function renderExtras(tools: PageTools): Promise<Outcome<readonly OutputFile[]>> {
  // A book may have its own page there.
  const isTaken = Object.values(tools.context.book.pages).some((page) => page.outputPath === NOT_FOUND);
  const outcomes = await Promise.all([
    ...(isTaken ? [] : [renderNotFound(tools)]),
    ...tools.context.book.redirects.map(({ outputPath, target }) =>
      renderRedirect(tools, outputPath, target),
    ),
  ]);
  return {
    value: [...tools.assets.files, ...outcomes.map(({ value }) => value)],
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

const NOT_FOUND = '404.html';

/** Stands for the address that was not found, which may be at any depth: its links start at the root of the host. */
const NOT_FOUND_PAGE: Page = {
  // No page of a book has a key without a leading slash.
  key: '404',
  kind: 'page',
  source: null,
  url: `/${NOT_FOUND}`,
  outputPath: NOT_FOUND,
  title: 'Page not found',
  heading: '',
  linkTitle: 'Page not found',
  label: 'Page not found',
  weight: 0,
  date: null,
  lastmod: null,
  draft: false,
  section: '',
  parent: '/',
  children: [],
  previous: null,
  next: null,
  aliases: [],
};

async function renderNotFound(tools: PageTools): Promise<Outcome<OutputFile>> {
  const { engine, shared, views, drawNavigation } = tools;
  const page = Object.create(views.withContent(NOT_FOUND_PAGE, ''), { kind: { value: '404' } }) as PageView;
  const navigation = await drawNavigation(NOT_FOUND_PAGE);
  const data: TemplateData = {
    ...shared,
    page,
    navigation: navigation.value,
    policy: tools.findPolicy(null),
  };
  const text = await engine.render(NOT_FOUND, data);
  return {
    value: { path: NOT_FOUND, content: text.value },
    diagnostics: [...navigation.diagnostics, ...text.diagnostics],
  };
}

async function renderRedirect(tools: PageTools, path: string, target: string): Promise<Outcome<OutputFile>> {
  const { engine, shared, views } = tools;
  // `page` is where the redirect leads.
  const data = { ...shared, page: views.find(target), navigation: markSafe('') };
  const text = await engine.render('redirect.html', data);
  return { value: { path, content: text.value }, diagnostics: text.diagnostics };
}
