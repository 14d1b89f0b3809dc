import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { markSafe } from '../templates/engine.js';
import { renderBuiltInPages } from './built-in-pages.js';
import { writeContentsTree } from './contents/contents-tree.js';
import { writeFeeds } from './feeds/write-feeds.js';
import { writeSitemaps } from './feeds/write-sitemaps.js';
import type { PageTools } from './page-tools.js';
import type { SiteContext } from './views/site-context.js';

/** Makes the files that are no pages of the book; see `Site.renderExtras`. */
export async function renderExtras(tools: PageTools): Promise<Outcome<readonly OutputFile[]>> {
  const { assets, context } = tools;
  const builtIn = await renderBuiltInPages(tools);
  const redirects = [
    ...(await redirectRoot(tools)),
    ...(await Promise.all(
      context.book.redirects.map(({ outputPath, target }) => renderRedirect(tools, outputPath, target)),
    )),
  ];
  return {
    value: [
      ...assets.files,
      ...inFolder(context, writeContentsTree(context)),
      ...writeFeeds(tools),
      ...writeSitemaps(tools),
      ...builtIn.value,
      ...redirects.map(({ value }) => value),
    ],
    diagnostics: [...builtIn.diagnostics, ...redirects.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** The files of a site in the folder of its language. */
function inFolder({ config }: SiteContext, files: readonly OutputFile[]): readonly OutputFile[] {
  const { folder } = config.place;
  return folder === '' ? files : files.map((file) => ({ ...file, path: folder + file.path }));
}

/** From the root to the main language's folder, where it has one; else from the folder that it would have, as Hugo. */
async function redirectRoot(tools: PageTools): Promise<readonly Outcome<OutputFile>[]> {
  const { place, addresses } = tools.context.config;
  const { key, main, folder } = place;
  const isAlone = tools.context.family.length === 0;
  if ((isAlone && folder === '') || key !== main || !addresses.mainRedirect) return [];
  const { value, diagnostics } = await renderRedirect(
    tools,
    folder === '' ? `${key}/index.html` : 'index.html',
    '/',
  );
  return [{ value: { ...value, yields: true }, diagnostics }];
}

async function renderRedirect(tools: PageTools, path: string, target: string): Promise<Outcome<OutputFile>> {
  const { engine, shared, views } = tools;
  // `page` is where the redirect leads.
  const data = { ...shared, page: views.find(target), navigation: markSafe('') };
  const text = await engine.render('redirect.html', data);
  return { value: { path, content: tools.rewriteLinks(path, text.value) }, diagnostics: text.diagnostics };
}
