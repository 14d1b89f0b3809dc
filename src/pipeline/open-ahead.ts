import { withLazyBytes } from '../files/lazy-bytes.js';
import { type RenderAhead, renderAhead } from '../markdown/threads/render-ahead.js';
import type { RenderHelper } from '../markdown/threads/render-helper.js';
import type { RunMemory } from './memory/run-memory.js';
import type { OpenSite } from './open-site.js';
import { openSites } from './open-sites.js';
import type { Inputs } from './read-inputs.js';
import { type BookRecall, createBookRecall } from './recall-book.js';
import { textContext } from './render-context.js';

/** The sites of a book, and what helpers have begun to render of it meanwhile. */
export interface OpenedAhead {
  readonly sites: readonly OpenSite[];
  /** As `BookRecall.stateOf`; absent where nothing is to be kept. */
  readonly stateOf?: BookRecall['stateOf'];
  readonly isAsStored?: BookRecall['isAsStored'];
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
    return open(inputs, createBookRecall(), null);
  }
  const ahead = renderAhead(helpers, textContext(inputs));
  const books = createBookRecall(
    undefined,
    ({ path, file, source, head: { fields, bodyStart, bodyLine } }) => {
      if (fields === null) return;
      ahead.offer(withLazyBytes({ path, file, bodyStart, bodyLine }, () => source.bytes));
    },
  );
  return open(inputs, books, ahead);
}

/** Opens them from what is kept of them, if anything is. */
export function openAgain(inputs: Inputs, memory: RunMemory | null): OpenedAhead {
  return open(inputs, createBookRecall(memory?.bookOf), null);
}

function open(inputs: Inputs, books: BookRecall, ahead: RenderAhead | null): OpenedAhead {
  const { stateOf, isAsStored } = books;
  return { sites: openSites(inputs, books.open), stateOf, isAsStored, ahead };
}
