import { createMarker } from './find-marks.js';
import { choosePassage, listPassages, type Passage } from './find-passage.js';
import type { Stem } from './find-terms.js';
import type { MarkedPlace } from './marked-place.js';
import { parseQuery } from './parse-query.js';

/** The name of our highlights in style sheets. */
const HIGHLIGHT = 'octavo-search';

/**
 * Marks in this page what was searched for, and shows the passage that says most. Escape takes the marks off.
 *
 * @returns Whether everything was found that the query asks for.
 */
export function markPage({ query, id }: MarkedPlace, stem: Stem): boolean {
  const body = document.querySelector('.prose');
  if (body === null) return true;
  const { groups } = parseQuery(query);
  const passages = listPassages(body, createMarker(groups, stem));
  const found = new Set(
    passages.flatMap(({ marks }) => marks.filter(({ isForm }) => !isForm)).map(({ group }) => group),
  );
  const isWhole = found.size === groups.length;
  const chosen = choosePassage(passages, id);
  if (chosen === null) return isWhole;
  // Browsers without highlights still show the place.
  if ('highlights' in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(...passages.flatMap(listRanges)));
  if (chosen.block instanceof HTMLElement) {
    chosen.block.tabIndex = -1;
    chosen.block.focus({ preventScroll: true });
  }
  chosen.block.scrollIntoView({ block: 'center', behavior: 'instant' });
  addEventListener('keydown', clear);
  return isWhole;
}

function clear({ key }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  removeEventListener('keydown', clear);
  if ('highlights' in CSS) CSS.highlights.delete(HIGHLIGHT);
  const { pathname, hash } = location;
  history.replaceState(history.state, '', pathname + hash);
}

function listRanges({ text, marks }: Passage): readonly Range[] {
  return marks.map(({ start, end }) => {
    const range = document.createRange();
    const locate = (offset: number, isEnd: boolean): [Text, number] => {
      const index = text.nodes.findLastIndex(([, from]) => (isEnd ? from < offset : from <= offset));
      const [node, from] = text.nodes[Math.max(0, index)] as readonly [Text, number];
      return [node, offset - from];
    };
    range.setStart(...locate(start, false));
    range.setEnd(...locate(end, true));
    return range;
  });
}
