import { withLazyBytes } from '../files/lazy-bytes.js';
import { type RenderAhead, renderAhead } from '../markdown/threads/render-ahead.js';
import type { RenderHelper } from '../markdown/threads/render-helper.js';
import { openBook } from './open-book.js';
import { openSites, type Sites } from './open-sites.js';
import type { Inputs } from './read-inputs.js';
import { textContext } from './render-book.js';

/** The sites of a book, and what helpers have begun to render of it meanwhile. */
export interface OpenedAhead {
  readonly sites: Sites;
  /** Null where everything must wait for the whole book. */
  readonly ahead: RenderAhead | null;
}

/**
 * Opens the sites of a book while helpers render what they can. With languages, with render hooks, or with the owner's own code, nobody knows what
 * a text follows from until all are opened.
 */
export function openAhead(inputs: Inputs, helpers: readonly RenderHelper[]): OpenedAhead {
  const { config, plugins, sources } = inputs;
  const hasHooks = sources.hugo?.templates.some(({ path }) => path.includes('_markup/')) ?? false;
  if (hasHooks || helpers.length === 0 || config.place.keys.length > 0 || plugins.module !== null) {
    return { sites: openSites(inputs), ahead: null };
  }
  const ahead = renderAhead(helpers, textContext(inputs));
  const sites = openSites(inputs, (own, main) =>
    openBook(own, main, ({ path, file, source, head: { fields, bodyStart, bodyLine } }) => {
      if (fields === null) return;
      ahead.offer(withLazyBytes({ path, file, bodyStart, bodyLine }, () => source.bytes));
    }),
  );
  return { sites, ahead };
}
