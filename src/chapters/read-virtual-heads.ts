import { logicalFolder } from '../content/logical-path.js';
import { readTermNames, termPath } from '../content/term-names.js';
import type { PageKind } from '../model/book.js';
import type { Chapter, PageHead, VirtualHeads } from '../model/chapter.js';
import type { CascadePage } from './cascade-page.js';

/** What cascades to a page that no file makes; null for nothing. */
export type CastVirtual = (page: CascadePage) => PageHead | null;

/**
 * What cascades to the pages that no file makes (content rules 7, 9 and 12): home, top-level folders, taxonomies and
 * terms. A page that an `_index.md` makes after all has its own head, and nobody asks for the one here.
 */
export function readVirtualHeads(
  chapters: readonly Chapter[],
  taxonomies: readonly string[],
  cast: CastVirtual,
): VirtualHeads {
  const heads = new Map<string, PageHead>();
  const met = new Set<string>();
  const naming: PageHead[] = [...chapters];

  function add(path: string, kind: PageKind): void {
    if (met.has(path)) return;
    met.add(path);
    const head = cast({ path: `/${path}`, kind });
    if (head === null) return;
    heads.set(path, head);
    naming.push(head);
  }
  add('', 'home');
  for (const taxonomy of taxonomies) add(taxonomy, 'taxonomy');
  for (const { path } of chapters) {
    const end = path.indexOf('/');
    if (end !== -1) add(logicalFolder(path.slice(0, end)), 'section');
  }
  // The list grows: terms cascade, too, and what cascades to a term may name further ones.
  for (const head of naming) {
    for (const taxonomy of taxonomies)
      for (const name of readTermNames(head, taxonomy)) add(termPath(taxonomy, name), 'term');
  }
  return heads;
}
