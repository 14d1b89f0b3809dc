import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { markSafe } from '../templates/engine.js';
import { writeContentsTree } from './contents-tree.js';
import { writeMachines } from './machines/write-machines.js';
import type { PageTools } from './page-tools.js';
import { renderStandingPages } from './standing-pages.js';

/** Makes the files that are no pages of the book; see `Site.renderExtras`. */
export async function renderExtras(tools: PageTools): Promise<Outcome<readonly OutputFile[]>> {
  const { assets, context } = tools;
  const standing = await renderStandingPages(tools);
  const redirects = await Promise.all(
    context.book.redirects.map(({ outputPath, target }) => renderRedirect(tools, outputPath, target)),
  );
  return {
    value: [
      ...assets.files,
      ...writeContentsTree(context),
      ...writeMachines(tools),
      ...standing.value,
      ...redirects.map(({ value }) => value),
    ],
    diagnostics: [...standing.diagnostics, ...redirects.flatMap(({ diagnostics }) => diagnostics)],
  };
}

async function renderRedirect(tools: PageTools, path: string, target: string): Promise<Outcome<OutputFile>> {
  const { engine, shared, views } = tools;
  // `page` is where the redirect leads.
  const data = { ...shared, page: views.find(target), navigation: markSafe('') };
  const text = await engine.render('redirect.html', data);
  return { value: { path, content: tools.rewriteLinks(path, text.value) }, diagnostics: text.diagnostics };
}
