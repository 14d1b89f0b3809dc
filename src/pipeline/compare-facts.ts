import type { ChapterFacts } from '../model/rendered.js';
import type { SiteMemory } from './memory/open-memory.js';
import type { Rendering } from './render-book.js';

/**
 * Tells whether a field of a chapter is another than it was, `html` too: that of a chapter that was rendered since. To be asked when
 * all chapters are rendered.
 *
 * @param memory Null where nothing is known: then everything differs.
 */
export function compareFacts(
  memory: SiteMemory | null,
  { rowOf, factsOf }: Pick<Rendering, 'rowOf' | 'factsOf'>,
): (field: string, path: string) => boolean {
  const compared = new Map<string, ReadonlySet<string> | null>();
  const compare = (path: string): ReadonlySet<string> | null => {
    const row = memory?.find(path) ?? null;
    const before = row === null ? null : (memory?.factsOf(row) ?? null);
    return before === null ? null : listDifferences(before, factsOf(path));
  };
  const isSameRow = (path: string) => {
    const row = rowOf(path);
    return row !== null && row === memory?.find(path);
  };
  return (field, path) => {
    if (memory === null) return true;
    if (isSameRow(path)) return false;
    const differences = compared.get(path) ?? compare(path);
    compared.set(path, differences);
    // What its HTML was is not looked up: a chapter is rendered again since its text is another.
    return differences === null || field === 'html' || differences.has(field);
  };
}

function listDifferences(before: ChapterFacts, now: ChapterFacts): ReadonlySet<string> {
  const read = (facts: ChapterFacts, field: string) => JSON.stringify(Reflect.get(facts, field));
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  return new Set([...fields].filter((field) => read(before, field) !== read(now, field)));
}
