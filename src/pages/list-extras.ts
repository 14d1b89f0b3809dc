import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { markSafe } from '../templates/engine.js';
import { listBuiltInPages } from './built-in-pages.js';
import { writeContentsTree } from './contents/contents-tree.js';
import { writeFeeds } from './feeds/write-feeds.js';
import { writeSitemaps } from './feeds/write-sitemaps.js';
import type { Extra, PageTools } from './page-tools.js';
import type { SiteContext } from './views/site-context.js';

/**
 * The files that are no pages of the book, in groups. A group is made when it is asked for: who wants the page for what was not found
 * need not wait for the contents of a library, which say how long each chapter is.
 */
export function listExtras(tools: PageTools): readonly Extra[] {
  const { assets, context } = tools;
  const { folder } = context.config.place;
  const withoutFindings = (value: readonly OutputFile[]) => ({ value, diagnostics: [] });
  return [
    {
      name: 'assets',
      isAt: (path) => path.startsWith('assets/'),
      make: async () => withoutFindings(assets.files),
    },
    {
      name: 'contents as data',
      isAt: (path) => path.startsWith(`${folder}contents/`) && path.endsWith('.js'),
      make: async () => withoutFindings(inFolder(context, writeContentsTree(context))),
    },
    { name: 'feeds', isAt: () => true, make: async () => withoutFindings(writeFeeds(tools)) },
    { name: 'sitemaps', isAt: () => true, make: async () => withoutFindings(writeSitemaps(tools)) },
    ...listBuiltInPages(tools),
    ...listRedirects(tools),
  ];
}

/** The files of a site in the folder of its language. */
function inFolder({ config }: SiteContext, files: readonly OutputFile[]): readonly OutputFile[] {
  const { folder } = config.place;
  return folder === '' ? files : files.map((file) => ({ ...file, path: folder + file.path }));
}

/** From an output path to the address that it leads to. */
interface RedirectPlan {
  readonly outputPath: string;
  readonly target: string;
  readonly yields?: true;
}

function listRedirects(tools: PageTools): readonly Extra[] {
  const plans: readonly RedirectPlan[] = [...planRoot(tools.context), ...tools.context.book.redirects];
  const paths = new Set(plans.map(({ outputPath }) => outputPath));
  const make = async () => {
    const made = await Promise.all(plans.map((plan) => renderRedirect(tools, plan)));
    return {
      value: made.map(({ value }) => value),
      diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
    };
  };
  return plans.length === 0 ? [] : [{ name: 'redirects', isAt: (path) => paths.has(path), make }];
}

/** From the root to the main language's folder, where it has one; else from the folder that it would have, as Hugo. */
function planRoot({ config, family }: SiteContext): readonly RedirectPlan[] {
  const { place, addresses } = config;
  const { key, main, folder } = place;
  const isAlone = family.length === 0;
  if ((isAlone && folder === '') || key !== main || !addresses.mainRedirect) return [];
  return [{ outputPath: folder === '' ? `${key}/index.html` : 'index.html', target: '/', yields: true }];
}

async function renderRedirect(
  tools: PageTools,
  { outputPath: path, target, yields }: RedirectPlan,
): Promise<Outcome<OutputFile>> {
  const { engine, shared, views } = tools;
  // `page` is where the redirect leads.
  const data = { ...shared, page: views.find(target), navigation: markSafe('') };
  const text = await engine.render('redirect.html', data);
  const file = { path, content: tools.rewriteLinks(path, text.value) };
  return { value: yields === true ? { ...file, yields } : file, diagnostics: text.diagnostics };
}
