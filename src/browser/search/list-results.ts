import { createButton, createElement } from '../reader/element.js';
import { say } from '../reader/say.js';
import type { SearchBox } from '../reader/search-box.js';
import type { DrawResult } from './draw-result.js';
import type { ResultGroup } from './group-sections.js';
import type { Found } from './open-index.js';

/** The list of results in the dialog. */
export interface Lister {
  /** A search is under way; what was found before stays in sight. */
  readonly wait: () => void;
  /** Shows the first of the results, and buttons for more. */
  readonly show: (shown: ShownResults, draw: DrawResult) => Promise<void>;
  /** The index cannot be loaded, or, when it is newer than this page, not be read. */
  readonly fail: (isOutdated: boolean) => void;
}

/** What was found for a query. */
interface ShownResults {
  readonly query: string;
  readonly found: Found;
  readonly groups: readonly ResultGroup[];
}

/** Results that are shown at first, at once later, and of a work: each may be named in another file. */
const FIRST = 6;
const STEP = 10;
const OF_WORK = 2;
/** Milliseconds after which a number of results is at rest, and announced. */
const REST = 900;

/** Prepares the list. Screen readers hear of the results once they are at rest, and not while somebody types. */
export function createLister({ dialog, status, results }: SearchBox, again: () => void): Lister {
  const live = createElement('p', { class: 'search-live', role: 'status' });
  const more = createElement('p', { class: 'search-more' });
  dialog.append(more, live);
  let timer = 0;
  const tell = (text: string) => {
    status.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      live.textContent = text;
    }, REST);
  };
  const addGroups = async (groups: readonly ResultGroup[], from: number, draw: DrawResult): Promise<void> => {
    const next = countGroups(groups, from);
    const lines = await Promise.all(groups.slice(from, next).map((group) => drawGroup(group, draw)));
    if (from === 0) results.replaceChildren(...lines);
    else results.append(...lines);
    const press = async () => {
      await addGroups(groups, next, draw);
      results.children[next]?.querySelector('a')?.focus();
    };
    more.replaceChildren(
      ...(next < groups.length
        ? [createButton({ class: 'tool' }, say('morePlaces'), () => void press())]
        : []),
    );
  };
  return {
    wait: () => {
      clearTimeout(timer);
      if (!results.hasChildNodes()) status.textContent = say('searchLoading');
    },
    show: async ({ query, found, groups }, draw) => {
      await addGroups(groups, 0, draw);
      dialog.scrollTop = 0;
      tell(found.isEmpty ? '' : describeFound(query, found));
    },
    fail: (isOutdated) => {
      results.replaceChildren();
      const button = isOutdated
        ? // The query is in the address, and is asked again.
          createButton({ class: 'tool' }, say('reloadPage'), () => location.reload())
        : createButton({ class: 'tool' }, say('tryAgain'), again);
      more.replaceChildren(button);
      tell(say(isOutdated ? 'searchOutdated' : 'searchFailed'));
    },
  };
}

function describeFound(query: string, { sections, isUnchecked, forms }: Found): string {
  if (sections.length === 0) return say('nothingFound', { query });
  return [
    say('placesFound', { count: sections.length }),
    ...forms.map(({ word, forms: others }) => say('otherForms', { word, forms: others.join(', ') })),
    ...(isUnchecked ? [say('phraseUnchecked')] : []),
  ].join(' ');
}

/** The end of the groups that are shown with those from `from` on: as many as hold so many results. */
function countGroups(groups: readonly ResultGroup[], from: number): number {
  let [next, lines] = [from, 0];
  const most = from === 0 ? FIRST : STEP;
  while (next < groups.length && lines < most) {
    lines += Math.min(OF_WORK, groups[next]?.sections.length ?? 0);
    next += 1;
  }
  return next;
}

/** A line, or a work with its first lines and a button for more of them. */
async function drawGroup({ work, sections }: ResultGroup, draw: DrawResult): Promise<HTMLElement> {
  if (work === null) return draw(sections[0] ?? 0, false);
  const names = [work.authors, work.name].filter((name) => name !== '').join(' › ');
  const list = createElement('ol', { 'aria-label': names });
  const rest = createElement('p', { class: 'search-rest' });
  const add = async (from: number, count: number): Promise<void> => {
    const next = from + count;
    list.append(...(await Promise.all(sections.slice(from, next).map((section) => draw(section, true)))));
    const left = sections.length - next;
    const press = async () => {
      await add(next, STEP);
      list.children[next]?.querySelector('a')?.focus();
    };
    const text = say('moreInWork', { count: left, work: work.name });
    rest.replaceChildren(...(left > 0 ? [createButton({ class: 'tool' }, text, () => void press())] : []));
  };
  await add(0, OF_WORK);
  return createElement(
    'li',
    { class: 'search-work' },
    createElement('p', { dir: 'auto' }, names),
    list,
    rest,
  );
}
