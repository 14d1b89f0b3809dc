import { posix } from 'node:path';
import { editFrontMatter } from '../editing/edit-front-matter.js';
import type { ParseMarkdown } from '../markdown/load-parser.js';
import type { LoadedFile } from '../model/source.js';
import type { FileChange } from '../output/change-files.js';
import { convertChapter } from './convert-chapter.js';
import { dropTitleLinks } from './drop-title-links.js';
import { gatherFolders } from './gather-folders.js';
import { listByName } from './list-by-name.js';
import { type Placed, placeItems } from './place-items.js';
import type { Summary } from './read-summary.js';

/** A book of another tool, as files of one of ours. */
export interface ImportPlan {
  readonly changes: readonly FileChange[];
  /** What could not be kept, a sentence each. */
  readonly lost: readonly string[];
}

const markdown = /\.(?:md|mdown|markdown|txt)$/i;

/**
 * Works out the content folder of a book from another tool's files:
 *
 * 1. chapters in the order of the summary, or, without one, of their names (numbers by value); a part whose chapters
 *    lie in one folder is the section of that folder;
 * 2. a chapter with others below it becomes a section: its folder's `_index.md`;
 * 3. front matter with title and weight, what is there already kept; a first heading that says the title again goes;
 * 4. relative links, those to `.html` pages of chapters too, lead to the new files;
 * 5. all other files beside them as they are.
 *
 * @param oldAddress The address at which the old site had a chapter, for an alias; null for none.
 */
export function planImport(
  files: readonly LoadedFile[],
  summary: Summary | null,
  parse: ParseMarkdown,
  oldAddress: (path: string) => string | null,
): ImportPlan {
  const lost = [...(summary?.lost ?? [])];
  const chapters = files.filter(({ path }) => markdown.test(path) && posix.basename(path) !== 'SUMMARY.md');
  const items =
    summary?.items ??
    listByName(
      chapters.map(({ path }) => path),
      '',
    );
  const gathered = gatherFolders(items);
  lost.push(...gathered.lostParts.map((part) => `The part title "${part}" is left out.`));
  const placed = placeItems(gathered.items, '', new Set(chapters.map(({ path }) => path)), lost);
  const moved = new Map(placed.map(({ source, target }) => [source, target]));
  const paths = new Set(files.map(({ path }) => path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<string, string>();
  const dropped = new Map<string, string>();
  for (const place of placed) {
    const file = byPath.get(place.source);
    const using = { moved, paths, parse, alias: oldAddress(place.source), lost };
    const converted =
      file === undefined ? { text: sectionText(place), dropped: null } : convertChapter(file, place, using);
    if (converted === null) continue;
    texts.set(place.target, converted.text);
    if (converted.dropped !== null) dropped.set(place.target, converted.dropped);
  }
  const changes = [...texts].map(([path, text]) => create(path, dropTitleLinks(text, path, dropped, parse)));
  lost.push(...tellDirectives(texts));
  for (const { path, bytes } of files) {
    if (moved.has(path) || posix.basename(path) === 'SUMMARY.md') continue;
    if (markdown.test(path)) lost.push(`${path} is not listed and is left out.`);
    else changes.push({ file: `content/${path}`, before: null, after: bytes });
  }
  return { changes, lost };
}

function create(path: string, text: string): FileChange {
  return { file: `content/${path}`, before: null, after: Buffer.from(text) };
}

/** mdBook's own language, which nothing here reads. */
const directive = /\{\{#\w+/g;

function tellDirectives(texts: ReadonlyMap<string, string>): readonly string[] {
  const found = [...texts].flatMap(([path, text]) => {
    const count = text.match(directive)?.length ?? 0;
    return count === 0 ? [] : [{ path, count }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const places = found.length === 1 ? first.path : `${found.length} chapters, the first is ${first.path}`;
  return [
    `${total === 1 ? '1 directive of mdBook stays' : `${total} directives of mdBook ({{#include …}} and the like) stay`} as text, in ${places}.`,
  ];
}

function sectionText({ title, weight }: Placed): string {
  const edited = editFrontMatter('', [
    { kind: 'set', key: 'title', value: title },
    { kind: 'set', key: 'weight', value: weight },
  ]);
  return edited.ok ? edited.text : '';
}
