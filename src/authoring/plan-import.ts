import { posix } from 'node:path';
import type { Heading } from 'mdast';
import { readChapters } from '../chapters/read-chapters.js';
import { editDecoded } from '../editing/edit-decoded.js';
import { editFrontMatter } from '../editing/edit-front-matter.js';
import type { KeyEdit } from '../editing/key-edit.js';
import { normalizeText } from '../editing/raw-lines.js';
import type { ParseMarkdown } from '../markdown/load-parser.js';
import { plainText } from '../markdown/plain-text.js';
import { screenSource } from '../markdown/screen-source.js';
import type { Chapter } from '../model/chapter.js';
import type { LoadedFile } from '../model/source.js';
import type { FileChange } from '../output/change-files.js';
import { compareText } from '../text/compare.js';
import { titleCase } from '../text/title-case.js';
import { moveLinks } from './move-links.js';
import type { Summary, SummaryItem } from './read-summary.js';

/** A book of another tool, as files of one of ours. */
export interface ImportPlan {
  readonly changes: readonly FileChange[];
  /** What could not be kept, a sentence each. */
  readonly lost: readonly string[];
}

/** A chapter with its place in the new book. */
interface Placed {
  readonly source: string;
  readonly target: string;
  readonly title: string;
  readonly weight: number;
}

const step = 10;
const markdown = /\.(?:md|mdown|markdown|txt)$/i;
const indexName = /^(?:readme|index|_index)\.\w+$/i;

/**
 * Works out the content folder of a book from another tool's files:
 *
 * 1. chapters in the order of the summary, or, without one, of their names (numbers by value);
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
  const placed = placeItems(items, '', new Set(chapters.map(({ path }) => path)), lost);
  const moved = new Map(placed.map(({ source, target }) => [source, target]));
  const paths = new Set(files.map(({ path }) => path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const changes: FileChange[] = [];
  for (const place of placed) {
    const file = byPath.get(place.source);
    const alias = oldAddress(place.source);
    const content =
      file === undefined ? sectionText(place) : convert(file, place, { moved, paths, parse, alias, lost });
    if (content !== null)
      changes.push({ file: `content/${place.target}`, before: null, after: Buffer.from(content) });
  }
  for (const { path, bytes } of files) {
    if (moved.has(path)) continue;
    if (markdown.test(path))
      lost.push(...(posix.basename(path) === 'SUMMARY.md' ? [] : [`${path} is not listed and is left out.`]));
    else changes.push({ file: `content/${path}`, before: null, after: bytes });
  }
  return { changes, lost };
}

/** Files and folders as a summary would list them, by name, numbers by value; a folder's index stands for it. */
function listByName(paths: readonly string[], folder: string): readonly SummaryItem[] {
  const inside = paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
  const rest = (path: string) => path.slice(folder === '' ? 0 : folder.length + 1);
  const names = [...new Set(inside.map((path) => rest(path).split('/')[0] ?? ''))].sort(compareNames);
  return names.flatMap((name): readonly SummaryItem[] => {
    const path = folder === '' ? name : `${folder}/${name}`;
    const isFile = inside.includes(path);
    if (isFile)
      return folder !== '' && indexName.test(name) ? [] : [{ title: titleOf(name), path, children: [] }];
    const own = inside.find(
      (candidate) => posix.dirname(candidate) === path && indexName.test(posix.basename(candidate)),
    );
    return [{ title: titleOf(name), path: own ?? `${path}/_index.md`, children: listByName(paths, path) }];
  });
}

const numeric = new Intl.Collator('en', { numeric: true });

/** A README goes first: it is the front page. */
function compareNames(first: string, second: string): number {
  const index = Number(indexName.test(second)) - Number(indexName.test(first));
  return index || numeric.compare(first, second) || compareText(first, second);
}

function titleOf(name: string): string {
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/^\d+[-_. ]+/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return titleCase(words || name);
}

/** `folder` is that of the section around the items, in the new book. */
function placeItems(
  items: readonly SummaryItem[],
  folder: string,
  known: ReadonlySet<string>,
  lost: string[],
): readonly Placed[] {
  return items.flatMap((item, index) => {
    const { path, title, children } = item;
    const isMade = path.endsWith('/_index.md') && !known.has(path);
    if (!known.has(path) && !isMade) lost.push(`${path} is listed and does not exist.`);
    const target = chooseTarget(item, folder, index);
    const inner = target.endsWith('_index.md') ? posix.dirname(target).replace(/^\.$/, '') : folder;
    const own =
      known.has(path) || isMade ? [{ source: path, target, title, weight: (index + 1) * step }] : [];
    return [...own, ...placeItems(children, inner, known, lost)];
  });
}

function chooseTarget({ path, children }: SummaryItem, folder: string, index: number): string {
  const isIndex = indexName.test(posix.basename(path));
  // The first page of a book is its home, when it is written as one.
  if (isIndex && posix.dirname(path) === '.' && folder === '' && index === 0) return '_index.md';
  const stem = isIndex && posix.dirname(path) !== '.' ? posix.dirname(path) : path.replace(/\.\w+$/, '');
  const inside =
    folder === '' || stem.startsWith(`${folder}/`) ? stem : posix.join(folder, posix.basename(stem));
  return children.length > 0 || path.endsWith('/_index.md') ? `${inside}/_index.md` : `${inside}.md`;
}

function sectionText({ title, weight }: Placed): string {
  const edited = editFrontMatter('', [
    { kind: 'set', key: 'title', value: title },
    { kind: 'set', key: 'weight', value: weight },
  ]);
  return edited.ok ? edited.text : '';
}

interface Converting {
  readonly moved: ReadonlyMap<string, string>;
  readonly paths: ReadonlySet<string>;
  readonly parse: ParseMarkdown;
  readonly alias: string | null;
  readonly lost: string[];
}

/** The file with front matter and links of ours; null, and a sentence, for one that cannot be read. */
function convert(
  file: LoadedFile,
  place: Placed,
  { moved, paths, parse, alias, lost }: Converting,
): string | null {
  const { value, diagnostics } = readChapters([file], { timeZone: 'UTC' });
  const [chapter] = value;
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (chapter === undefined || fault !== undefined) {
    lost.push(`${file.path} is left out: ${fault?.message ?? 'it cannot be read.'}`);
    return null;
  }
  const raw = Buffer.from(file.bytes).toString('utf8');
  const directives = raw.match(/\{\{#\w+/g)?.length ?? 0;
  if (directives > 0)
    lost.push(`${file.path} holds ${directives} mdBook directives ({{#…}}), which stay as text.`);
  const linked = moveLinks(raw, chapter, moved, (path) => paths.has(path), parse);
  const { text, title } = dropTitle(linked, chapter, place.title, parse);
  const edited = editFrontMatter(text, listKeys(chapter, { ...place, title }, alias));
  if (edited.ok) return edited.text;
  lost.push(`${file.path} is left out: ${edited.reason}.`);
  return null;
}

function listKeys(
  { frontMatter }: Chapter,
  { title, weight, target }: Placed,
  alias: string | null,
): readonly KeyEdit[] {
  return [
    ...(frontMatter.title === undefined ? [{ kind: 'set', key: 'title', value: title } as const] : []),
    ...(target === '_index.md' ? [] : [{ kind: 'set', key: 'weight', value: weight } as const]),
    ...(alias === null || target === '_index.md'
      ? []
      : [{ kind: 'append', key: 'aliases', value: alias } as const]),
  ];
}

/** Pages print the title themselves: a heading of level 1 at the start becomes it, one that repeats it goes. */
function dropTitle(
  raw: string,
  chapter: Chapter,
  title: string,
  parse: ParseMarkdown,
): { readonly text: string; readonly title: string } {
  const body = normalizeText(raw).slice(chapter.bodyStart);
  const first = screenSource(body) === null ? parse(body).children[0] : undefined;
  if (first?.type !== 'heading') return { text: raw, title };
  const written = plainText(first).trim();
  if (first.depth !== 1 && written !== title) return { text: raw, title };
  const own = chapter.frontMatter.title;
  if (written === '' || (own !== undefined && own !== written)) return { text: raw, title };
  return { text: editDecoded(raw, [cutHeading(first, body, chapter.bodyStart)]), title: written };
}

function cutHeading({ position }: Heading, body: string, shift: number) {
  const end = position?.end.offset ?? 0;
  const blank = /^\s*\n/.exec(body.slice(end))?.[0].length ?? 0;
  const start = position?.start.offset ?? 0;
  // The front matter that is to come before the text ends with a line of its own.
  return { start: start + shift, end: end + blank + shift, text: start === 0 ? '\n' : '' };
}
