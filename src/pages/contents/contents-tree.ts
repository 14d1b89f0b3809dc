import { createHash } from 'node:crypto';
import { readAuthors } from '../../content/authors.js';
import type { Page } from '../../model/book.js';
import type { OutputFile } from '../../model/output.js';
import { escapeFor } from '../../text/escape.js';
import { pathBelowHome } from '../../url/path-below-home.js';
import { isVolume } from '../views/place-fields.js';
import type { SiteContext } from '../views/site-context.js';

/** Where the files lie in the published folder. `src/browser/reader/tree.ts` reads them there. */
const FOLDER = 'contents/';
/** Hexadecimal digits of the content's SHA-256 in a file's name. */
const HASH_LENGTH = 8;
/** Characters of JSON from which on no other part comes into a file: about 8 KB that are sent, and a book of 5,000 chapters in seven. */
const FILE_SIZE = 64_000;

/** The letter of a piece, or the number of one without, its path below home, and its title. */
type Piece = readonly [mark: string, path: string, title?: string];

/**
 * A line of a part: depth from 0, path below home, heading, title, and the pieces of a chapter, each with its title unless
 * all share the one before them.
 */
type Line = readonly [depth: number, path: string, heading: string, title: string, ...pieces: Piece[]];

/**
 * The whole contents as data, for the tree that the reader opens (reading, section 5.1): the lines of its parts in files cut by
 * size, whose names hold the hash of their text, and `contents/parts.js`, which names the file of each part; the parts of a file stand in it
 * in the same order. Filtering a long book so takes few requests. A volume of a library has a file of its own. They are
 * scripts that call a function with their data, because that is what a page can load from a server and from a disk alike.
 */
export function writeContentsTree({ book, config }: SiteContext): readonly OutputFile[] {
  const { pages } = book;
  const pathOf = (page: Page | undefined) =>
    page === undefined ? '' : pathBelowHome(page.url, config.place.folder);
  // A page without an address is none that a reader could open; what it holds stands in its place.
  const childrenOf = (page: Page): readonly Page[] =>
    page.children.flatMap((key) => {
      const child = pages[key];
      if (child === undefined) return [];
      return child.url === '' ? childrenOf(child) : [child];
    });
  const top = pages['/'] === undefined ? [] : childrenOf(pages['/']);
  const loose = top.filter(({ kind }) => kind !== 'section');
  const membersOf = (owner: Page) => childrenOf(owner).filter((child) => !isVolume(child));
  const volumesIn = (owner: Page): readonly Page[] =>
    childrenOf(owner).flatMap((child) => (isVolume(child) ? [child] : volumesIn(child)));
  const parts = [
    ...(loose.length === 0 ? [] : [{ owner: pages['/'], members: loose }]),
    ...top
      .filter(({ kind }) => kind === 'section')
      .flatMap((owner) => (isVolume(owner) ? [owner] : [owner, ...volumesIn(owner)]))
      .map((owner) => ({ owner, members: membersOf(owner) })),
  ];
  const written = parts.map(({ owner, members }) => ({
    lines: listLines(members, 0, { pages, childrenOf: membersOf, pathOf }),
    line: describePart(owner, pathOf(owner)),
    isAlone: owner !== undefined && isVolume(owner),
  }));
  const packs = packParts(written);
  const files = packs.map((pack) => writeParts(pack.map(({ lines }) => lines)));
  const index = packs.flatMap((pack, at) =>
    pack.map(({ line }) => [files[at]?.path.slice(FOLDER.length) ?? '', ...line]),
  );
  // Volumes without chapters are all the same, and so are their files.
  const unique = new Map(files.map((file) => [file.path, file]));
  return [...unique.values(), { path: `${FOLDER}parts.js`, content: callWith(index) }];
}

/** A part as it is written. */
interface WrittenPart {
  readonly lines: readonly Line[];
  /** What `contents/parts.js` says of it. */
  readonly line: readonly (string | number)[];
  /** Whether it shares its file with no other part. */
  readonly isAlone: boolean;
}

/** The parts that stand in one file each time, in their order. */
function packParts(parts: readonly WrittenPart[]): readonly (readonly WrittenPart[])[] {
  const packs: WrittenPart[][] = [];
  let size = FILE_SIZE;
  for (const part of parts) {
    const length = part.isAlone ? FILE_SIZE : JSON.stringify(part.lines).length;
    if (part.isAlone || size + length > FILE_SIZE) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(part);
    size += length;
  }
  return packs;
}

interface TreeContext {
  readonly pages: Readonly<Record<string, Page>>;
  readonly childrenOf: (page: Page) => readonly Page[];
  readonly pathOf: (page: Page | undefined) => string;
}

function listLines(members: readonly Page[], depth: number, context: TreeContext): readonly Line[] {
  const { pathOf } = context;
  return members.flatMap((page): readonly Line[] => {
    const { family } = page;
    if (family === null) {
      const line: Line = [depth, pathOf(page), page.heading, page.title];
      return [line, ...listLines(context.childrenOf(page), depth + 1, context)];
    }
    if (family.index > 1) return [];
    const members = family.members.flatMap((key) => context.pages[key] ?? []);
    const isShared = members.every(({ title }) => title === page.title);
    const pieces = members.map((piece) => describePiece(piece, pathOf(piece), isShared));
    return [[depth, pathOf(page), family.heading, isShared ? page.title : '', ...pieces]];
  });
}

/** A work of a library is named with its author, and marked as one. */
function describePart(owner: Page | undefined, path: string): readonly (string | number)[] {
  if (owner === undefined || owner.key !== owner.volume)
    return [path, owner?.heading ?? '', owner?.title ?? ''];
  const authors = readAuthors(owner.head.params).map(({ name }) => name);
  return [path, owner.heading, [owner.title, ...authors].join(' · '), 1];
}

function describePiece({ family, title }: Page, path: string, isShared: boolean): Piece {
  const mark = family?.mark ?? '';
  return isShared ? [mark, path] : [mark, path, title];
}

function writeParts(parts: readonly (readonly Line[])[]): OutputFile {
  const content = callWith(parts);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
  return { path: `${FOLDER}part-${hash}.js`, content };
}

function callWith(data: unknown): string {
  return `octavoContents(${escapeFor('json', JSON.stringify(data))});\n`;
}
