import { posix } from 'node:path';
import { titleCase } from '../../english/title-case.js';
import { compareText } from '../../text/compare.js';
import { readHeadingNumber, writeHeadingNumber } from '../../text/heading-number.js';
import type { Placement } from './read-placements.js';
import type { SummaryItem } from './read-summary.js';

/** The file that stands for its folder. */
export const indexName = /^(?:readme|index|_index)\.\w+$/i;

/**
 * Files and folders as a summary would list them, by the places that they ask for and then by name, numbers by value; a
 * folder's index stands for it.
 */
export function listByName(
  paths: readonly string[],
  folder: string,
  placements: ReadonlyMap<string, Placement> = new Map(),
): readonly SummaryItem[] {
  const inside = paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
  const rest = (path: string) => path.slice(folder === '' ? 0 : folder.length + 1);
  const names = [...new Set(inside.map((path) => rest(path).split('/')[0] ?? ''))];
  const pathTo = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const positionOf = (name: string) => {
    const own = inside.find(
      (path) => posix.dirname(path) === pathTo(name) && indexName.test(posix.basename(path)),
    );
    const placement = placements.get(pathTo(name)) ?? placements.get(own ?? '');
    return indexName.test(name) ? -Infinity : (placement?.position ?? Infinity);
  };
  names.sort((a, b) => compareNumbers(positionOf(a), positionOf(b)) || compareNames(a, b));
  return names.flatMap((name): readonly SummaryItem[] => {
    const path = pathTo(name);
    const label = placements.get(path)?.title;
    const isFile = inside.includes(path);
    if (isFile)
      return folder !== '' && indexName.test(name)
        ? []
        : [{ ...nameOf(name), ...(label === undefined ? {} : { title: label }), path, children: [] }];
    const own = inside.find(
      (candidate) => posix.dirname(candidate) === path && indexName.test(posix.basename(candidate)),
    );
    const named = label === undefined ? nameOf(name) : { title: label };
    return [{ ...named, path: own ?? `${path}/_index.md`, children: listByName(paths, path, placements) }];
  });
}

function compareNumbers(first: number, second: number): number {
  return first === second ? 0 : first - second;
}

const numeric = new Intl.Collator('en', { numeric: true });

/** A README goes first: it is the front page. */
function compareNames(first: string, second: string): number {
  const index = Number(indexName.test(second)) - Number(indexName.test(first));
  return index || numeric.compare(first, second) || compareText(first, second);
}

/** The title, and perhaps the heading, in the name of a file or folder: "Chapter 10 - The Night.txt", "2-first.md". */
export function nameOf(name: string): Pick<SummaryItem, 'title' | 'heading'> {
  const stem = name.replace(/\.\w+$/, '');
  const [, heading = '', rest = ''] = /^(\p{L}+[ _-]\w+)\s*(?:[-–—_:.]\s*)([\s\S]+)/u.exec(stem) ?? [];
  const number = readHeadingNumber(heading.replace(/[_-]/g, ' '));
  if (number !== null && number.prefix.trim() !== '')
    return { heading: writeHeadingNumber(number), title: titleOf(rest) };
  return { title: titleOf(stem.replace(/^\d+[-_. ]+/, '')) || titleOf(stem) };
}

function titleOf(written: string): string {
  return titleCase(written.replace(/[-_\s]+/g, ' ').trim());
}
