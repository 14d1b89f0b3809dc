import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import { editFrontMatter } from '../../editing/edit-front-matter.js';
import { lineEndOf } from '../../editing/raw-lines.js';
import { addAll } from '../../lists/add-all.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import type { LoadedFile } from '../../model/source.js';
import type { FileChange } from '../../output/file-change.js';
import { type Converting, convertChapter } from './convert-chapter.js';
import { expandIncludes } from './expand-includes.js';
import { findByName, indexNames } from './find-by-name.js';
import { type Fragments, findFragments } from './find-fragments.js';
import { followFragments } from './follow-fragments.js';
import { gatherFolders } from './gather-folders.js';
import { listByName } from './list-by-name.js';
import { type Placed, placeItems } from './place-items.js';
import { isPlacement, readPlacements } from './read-placements.js';
import type { SummaryFile } from './read-summary.js';
import { rewriteDialects } from './rewrite-dialects.js';
import { tellLosses } from './tell-losses.js';

/** What an import asks of the book that it takes over. */
export interface ForeignBook {
  /** The address at which the old site had a chapter, for an alias; null for none. */
  readonly oldAddress: (path: string) => string | null;
  /** The text of a file beside the chapters that one of them includes; null for none. */
  readonly readText: (path: string) => string | null;
}

/** A book of another tool, as files of one of ours. */
export interface ImportPlan {
  readonly changes: readonly FileChange[];
  /** What could not be kept, a sentence each. */
  readonly lost: readonly string[];
}

const markdown = /\.(?:mdx?|mdown|markdown|txt)$/i;

/**
 * Works out the content folder of a book from another tool's files:
 *
 * 1. chapters in the order of the summary, or, without one, of the places that they ask for and their names; a part whose chapters
 *    lie in one folder is the section of that folder;
 * 2. a chapter with others below it becomes a section: its folder's `_index.md`;
 * 3. what mdBook, GitBook, Docusaurus, VitePress, MkDocs, Obsidian, Quarto, Pandoc and Jekyll write in a language of their own is
 *    written in Markdown;
 * 4. front matter with title and weight, what is there already kept; a first heading that says the title again goes;
 * 5. relative links, those to `.html` pages of chapters too, lead to the new files, and to headings where there were
 *    anchors;
 * 6. all other files beside them as they are.
 */
export function planImport(
  files: readonly LoadedFile[],
  summary: SummaryFile | null,
  parse: ParseMarkdown,
  { oldAddress, readText }: ForeignBook,
): ImportPlan {
  const lost = [...(summary?.lost ?? [])];
  const chapters = files.filter(({ path }) => markdown.test(path) && posix.basename(path) !== 'SUMMARY.md');
  const items =
    summary?.items ??
    listByName(
      chapters.map(({ path }) => path),
      '',
      readPlacements(files),
    );
  const gathered = gatherFolders(items);
  addAll(
    lost,
    gathered.lostParts.map((part) => `The part title "${part}" is left out.`),
  );
  const placed = placeItems(gathered.items, '', new Set(chapters.map(({ path }) => path)), lost);
  const hidden = files.flatMap(({ path }) => (path.startsWith('.') ? [[path, path.slice(1)] as const] : []));
  const moved = new Map([...placed.map(({ source, target }) => [source, target] as const), ...hidden]);
  const paths = new Set(files.map(({ path }) => path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const translated = translateTexts(placed, byPath, readText);
  const { texts, fragments } = convertAll(placed, translated.files, {
    moved,
    paths,
    parse,
    lost,
    oldAddress,
  });
  const changes = [...texts].map(([path, text]) =>
    create(path, followFragments(text, path, fragments, parse)),
  );
  addAll(lost, [...translated.lost, ...tellLosses(texts, parse)]);
  const others = keepOthers(files, moved, texts, lost);
  return { changes: [...changes, ...others], lost };
}

/** The chapters as chapters of ours, and the fragments in them that lead elsewhere now, both by their new paths. */
function convertAll(
  placed: readonly Placed[],
  files: ReadonlyMap<string, LoadedFile>,
  { oldAddress, ...using }: Omit<Converting, 'alias'> & Pick<ForeignBook, 'oldAddress'>,
) {
  const texts = new Map<string, string>();
  const fragments = new Map<string, Fragments>();
  for (const place of placed) {
    const file = files.get(place.source);
    const converted =
      file === undefined
        ? { text: sectionText(place), dropped: null }
        : convertChapter(file, place, { ...using, alias: oldAddress(place.source) });
    if (converted === null) continue;
    texts.set(place.target, converted.text);
    fragments.set(place.target, findFragments(converted.text, converted.dropped, using.parse));
  }
  return { texts, fragments };
}

/** Pictures and the like as they are; chapters that no summary lists are told. */
function keepOthers(
  files: readonly LoadedFile[],
  moved: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
  lost: string[],
): readonly FileChange[] {
  return files.flatMap(({ path, bytes }) => {
    const target = moved.get(path);
    if (texts.has(target ?? '') || posix.basename(path) === 'SUMMARY.md' || isPlacement(path)) return [];
    if (!markdown.test(path)) return [{ file: `content/${target ?? path}`, before: null, after: bytes }];
    if (target === undefined) lost.push(`${path} is not listed and is left out.`);
    return [];
  });
}

function create(path: string, text: string): FileChange {
  return { file: `content/${path}`, before: null, after: Buffer.from(text) };
}

function sectionText({ title, weight }: Placed): string {
  const edited = editFrontMatter('', [
    { kind: 'set', key: 'title', value: title },
    { kind: 'set', key: 'weight', value: weight },
  ]);
  return edited.ok ? edited.text : '';
}

/** The chapters of another tool in Markdown that everybody reads. */
interface TranslatedTexts {
  /** By their path in the old book. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** What is no longer as it was, a sentence each. */
  readonly lost: readonly string[];
}

/** Writes what other tools have in a language of their own as we do, and out what is included. Files in another encoding stay as they are. */
function translateTexts(
  placed: readonly Placed[],
  files: ReadonlyMap<string, LoadedFile>,
  readText: (path: string) => string | null,
): TranslatedTexts {
  const titles = new Map(placed.map(({ source, title }) => [source, title]));
  const titleOf = (path: string) =>
    titles.get(path) ?? titles.get(`${path}README.md`) ?? titles.get(`${path}/README.md`) ?? null;
  const names = indexNames([...files.keys()]);
  let included = 0;
  const translated = placed.flatMap(({ source }) => {
    const file = files.get(source);
    if (file === undefined || !isUtf8(file.bytes)) return file === undefined ? [] : [[source, file] as const];
    const raw = Buffer.from(file.bytes).toString('utf8');
    const find = (name: string) => findByName(name, source, names);
    const rewritten = rewriteDialects(raw.replace(/\r\n?/g, '\n'), { path: source, titleOf, find });
    const { text: markdown, count } = expandIncludes(rewritten, source, readText);
    included += count;
    const bytes = Buffer.from(markdown.replaceAll('\n', lineEndOf(raw)));
    return [[source, { ...file, bytes }] as const];
  });
  const lost = `${included} ${included === 1 ? 'piece of another file is' : 'pieces of other files are'} written out in the text ({{#include …}}); ${included === 1 ? 'it does' : 'they do'} not follow ${included === 1 ? 'that file' : 'those files'} any more.`;
  return { files: new Map(translated), lost: included === 0 ? [] : [lost] };
}
