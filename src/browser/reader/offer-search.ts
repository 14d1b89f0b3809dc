import { createButton } from './element.js';
import { say } from './say.js';
import { drawSearchBox, type SearchBox } from './search-box.js';

declare global {
  /** What the search script offers: `src/browser/search/search.ts`. */
  var octavoSearching:
    | { readonly start: (box: SearchBox) => void; readonly markPage: (home: URL) => void }
    | undefined;
}

/** Parameters of an address: a query that someone shares, and what is marked in the page. */
const QUERY = 'q';
const MARK = 'mark';

/**
 * Offers the search: a button in the top line, wherever else the page has a place for it, and Ctrl or Cmd with K. The
 * script that searches is loaded on first use, or when the address asks for a query or for marks.
 *
 * @returns What opens the search; it does nothing in a book without one.
 */
export function offerSearch(home: URL, tools: HTMLElement): () => void {
  const address = document.documentElement.dataset['search'];
  if (address === undefined) return () => undefined;
  const open = createOpener(home, address);
  tools.prepend(
    createButton({ class: 'tool search-open', 'aria-keyshortcuts': '/ Control+K' }, say('search'), open),
  );
  for (const place of document.querySelectorAll<HTMLElement>('.search-place')) {
    place.append(createButton({ class: 'tool' }, say('searchBook'), open));
  }
  document.addEventListener('keydown', (event) => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    open();
  });
  const { searchParams } = new URL(location.href);
  // A page with the layout `search` is there to search.
  if (searchParams.has(QUERY) || document.querySelector('.search-place[data-open]') !== null) open();
  if (searchParams.has(MARK)) {
    loadOnce(address).then(
      () => globalThis.octavoSearching?.markPage(home),
      // The page is there without its marks.
      () => undefined,
    );
  }
  return open;
}

function createOpener(home: URL, address: string): () => void {
  let box: SearchBox | undefined;
  let isStarted = false;
  const start = (shown: SearchBox) => {
    shown.status.textContent = say('searchLoading');
    loadOnce(address).then(
      () => {
        if (!isStarted) globalThis.octavoSearching?.start(shown);
        isStarted = true;
      },
      () => {
        const again = createButton({ class: 'tool' }, say('tryAgain'), () => start(shown));
        shown.status.replaceChildren(say('searchFailed'), ' ', again);
      },
    );
  };
  return () => {
    box ??= drawSearchBox(home);
    if (document.querySelector('dialog[open]') !== null) return;
    box.dialog.showModal();
    box.input.select();
    if (!isStarted) start(box);
  };
}

let loading: Promise<unknown> | undefined;

function loadOnce(address: string): Promise<unknown> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => {
      loading = undefined;
      script.remove();
      reject(new Error(`${address} cannot be loaded`));
    });
    script.src = address;
    document.head.append(script);
  });
  return loading;
}
