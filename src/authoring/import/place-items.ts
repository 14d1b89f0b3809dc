import { posix } from 'node:path';
import { indexName } from './list-by-name.js';
import type { SummaryItem } from './read-summary.js';

/** A chapter with its place in the new book. */
export interface Placed {
  /** Path in the old book. */
  readonly source: string;
  /** Path under the new one's `content/`. */
  readonly target: string;
  readonly title: string;
  readonly heading?: string;
  readonly weight: number;
}

const step = 10;

/**
 * Gives every item of a summary a file and a weight: an item with others below it becomes a section. What is listed and
 * not known is told in `lost`.
 *
 * @param folder That of the section around the items, in the new book.
 */
export function placeItems(
  items: readonly SummaryItem[],
  folder: string,
  known: ReadonlySet<string>,
  lost: string[],
): readonly Placed[] {
  return items.flatMap((item, index) => {
    const { path, title, heading, children } = item;
    const name = heading === undefined ? { title } : { title, heading };
    const isMade = path.endsWith('/_index.md') && !known.has(path);
    if (!known.has(path) && !isMade) lost.push(`${path} is listed and does not exist.`);
    const target = chooseTarget(item, folder, index);
    const inner = target.endsWith('_index.md') ? posix.dirname(target).replace(/^\.$/, '') : folder;
    const own =
      known.has(path) || isMade ? [{ source: path, target, ...name, weight: (index + 1) * step }] : [];
    return [...own, ...placeItems(children, inner, known, lost)];
  });
}

function chooseTarget({ path, children, isFlat }: SummaryItem, folder: string, index: number): string {
  const isIndex = indexName.test(posix.basename(path));
  // The first page of a book is its home, when it is written as one.
  if (isIndex && posix.dirname(path) === '.' && folder === '' && index === 0) return '_index.md';
  const whole = isIndex && posix.dirname(path) !== '.' ? posix.dirname(path) : path.replace(/\.\w+$/, '');
  const stem = isFlat ? whole.replaceAll('/', '-') : whole;
  const inside =
    folder === '' || stem.startsWith(`${folder}/`) ? stem : posix.join(folder, posix.basename(stem));
  return children.length > 0 || path.endsWith('/_index.md') ? `${inside}/_index.md` : `${inside}.md`;
}
