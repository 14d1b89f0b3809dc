import { posix } from 'node:path';
import { indexName, nameOf } from './list-by-name.js';
import type { SummaryItem } from './read-summary.js';

/** The items of a summary's top, ready to be placed. */
export interface GatheredItems {
  readonly items: readonly SummaryItem[];
  /** Titles of parts that no section could take. */
  readonly lostParts: readonly string[];
}

/**
 * A folder at the top is a section (content rule 7), and would sort by itself: so the items at the top of a summary that
 * lie in such a folder, one behind the other, become the children of one item for it, which has the title of their part.
 * A folder whose items are scattered keeps their order by their names: `docs/a.md` comes as `docs-a.md`.
 */
export function gatherFolders(items: readonly SummaryItem[]): GatheredItems {
  const [home, ...rest] = items;
  // A front page that everything else is listed below is the book.
  if (home !== undefined && rest.length === 0 && isIndexOf(home, '.')) {
    const below = gatherFolders(home.children);
    return { ...below, items: [{ ...home, children: below.items }] };
  }
  const runs = listRuns(items);
  const counts = new Map<string, number>();
  for (const { folder } of runs) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const parts = new Set(items.flatMap(({ part }) => part ?? []));
  const gathered = runs.flatMap((run): readonly SummaryItem[] => {
    const [first] = run.items;
    if (run.folder === '' || first === undefined) return run.items;
    if ((counts.get(run.folder) ?? 0) > 1)
      return run.items.map((item) => (isIndexOf(item, run.folder) ? item : { ...item, isFlat: true }));
    if (isIndexOf(first, run.folder))
      return [{ ...first, children: [...first.children, ...run.items.slice(1)] }];
    const part = findPart(run.items, items);
    parts.delete(part);
    const title = part || nameOf(run.folder).title;
    return [{ title, path: `${run.folder}/_index.md`, children: run.items }];
  });
  return { items: gathered, lostParts: [...parts] };
}

interface Run {
  /** Of all its items; empty for those directly at the top. */
  readonly folder: string;
  readonly items: SummaryItem[];
}

function listRuns(items: readonly SummaryItem[]): readonly Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const folder = item.path.includes('/') ? (item.path.split('/')[0] ?? '') : '';
    const last = runs.at(-1);
    if (last?.folder === folder && folder !== '') last.items.push(item);
    else runs.push({ folder, items: [item] });
  }
  return runs;
}

/** The part whose items these are, all of them and no others; empty when there is none. */
function findPart(run: readonly SummaryItem[], all: readonly SummaryItem[]): string {
  const part = run[0]?.part ?? '';
  const isWhole = all.every((item) => (item.part === part) === run.includes(item));
  return isWhole ? part : '';
}

function isIndexOf({ path }: SummaryItem, folder: string): boolean {
  return posix.dirname(path) === folder && indexName.test(posix.basename(path));
}
