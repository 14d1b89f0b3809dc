import { isPortable } from '../../book/address.js';
import { contentFile } from '../../content/content-file.js';
import { baseName, splitPath } from '../../content/logical-path.js';
import { namedLanguage } from '../../content/origin.js';
import { readCountedHeading } from '../../text/counted-heading.js';
import { urlize } from '../../url/slug.js';
import { folderOfSection } from '../manuscript/folder-of-section.js';
import type { Manuscript, Sibling } from '../manuscript/open-manuscript.js';
import { markLanguage } from './mark-language.js';

/** What a new chapter's name follows from. */
export interface NewSurroundings {
  /** The chapter or part before it; null for none. */
  readonly before: Sibling | null;
  /** Whether a section is made, a part of the book. */
  readonly isPart: boolean;
  /** Whether the one before is the only example of a name, and a title was asked for. */
  readonly isFirst: boolean;
}

/**
 * A path under the content folder for a new chapter or part, which no file has: in the folder of the one before it and
 * named in its way, or in that of its section. A single file says little of what its author does with titles: one that
 * is given becomes a part of the name then.
 */
export function choosePath(
  manuscript: Manuscript,
  section: string,
  keys: Named,
  { before, isPart, isFirst }: NewSurroundings,
): string {
  const { files, inputs } = manuscript;
  const { suffix, mounted } = markLanguage(manuscript);
  const { path = '', bundle = 'single' } = before?.chapter ?? {};
  const isBundle = isPart || bundle !== 'single';
  const parts = (isBundle ? splitPath(path).folder : path).split('/');
  const folder = before === null ? folderOfSection(manuscript, section) : parts.slice(0, -1).join('/');
  const own = baseName(path, namedLanguage(before?.chapter ?? {}, inputs.config.place.key));
  const name = isBundle ? (parts.at(-1) ?? '') : own;
  const example = before === null ? null : { name, heading: before.page.heading, title: before.page.title };
  const pathOf = (stem: string) =>
    `${folder === '' ? '' : `${folder}/`}${stem}${isPart ? '/_index' : isBundle ? '/index' : ''}${suffix}.md`;
  const names = nameFile(keys, example);
  const titled = names.filter((each) => isFirst && !isPart && each.endsWith(`-${urlize(keys.title)}`));
  const paths = [...titled, ...names].map(pathOf);
  const isFree = (candidate: string) =>
    isPortable(candidate) && !files.has(contentFile(inputs.config.folders.content, candidate, mounted));
  return paths.find(isFree) ?? paths[0] ?? '';
}

/** A chapter as far as its file's name may follow from it. */
interface Named {
  readonly heading: string;
  readonly title: string;
}

/** The name of an existing chapter's file, without extension (of a bundle: its folder), and the chapter. */
interface Example extends Named {
  readonly name: string;
}

/**
 * Names for the file of a new chapter in the way the one before it is named, the likeliest first: after its number
 * (`chapter-14f`), its number and title (`07-the-ink-room`), its place in the row of files (`chapter-00330`), or its title;
 * without an example, after its title. Falls back on the heading. Names without extension, fit for an address.
 */
export function nameFile(chapter: Named, example: Example | null): readonly string[] {
  const title = urlize(chapter.title.replaceAll('/', ' '));
  const heading = urlize(chapter.heading.replaceAll('/', ' '));
  const isTitled = example !== null && endsInTitle(example);
  const number = example === null ? null : followNumber(chapter, example);
  if (number !== null && !isTitled) return listNames(number, number, title);
  if (number !== null && title !== '') return listNames(`${number}-${title}`, `${number}-${title}`, '');
  const next = example === null || isTitled ? null : followRow(example.name);
  if (next !== null && example !== null) return listNames(next, example.name, title);
  const own = title || heading || 'chapter';
  return listNames(own, own, '');
}

/** A section with more files of one name is beyond guessing. */
const mostNames = 100;

/**
 * The name, and what stands in for it where it is taken: between 14b and 14c the name of 14c is, until the next
 * renumbering.
 */
function listNames(first: string, stem: string, title: string): readonly string[] {
  const numbered = Array.from({ length: mostNames }, (_, index) => `${stem}-${index + 2}`);
  return title === '' ? [first, ...numbered] : [first, `${stem}-${title}`, ...numbered];
}

/** A chapter without title goes by its heading, which its number stands in already. */
function endsInTitle({ name, title, heading }: Example): boolean {
  const ending = urlize(title);
  return ending !== '' && ending !== urlize(heading) && name.endsWith(ending);
}

/** The name after one that ends in a number of its own, as wide as that: `chapter-00331` after `chapter-00330`. */
function followRow(name: string): string | null {
  if (/\d{4}-\d{2}-\d{2}$/.test(name)) return null;
  const [, prefix = '', digits] = /^(.*?)(\d{1,6})$/.exec(name) ?? [];
  return digits === undefined ? null : `${prefix}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}

/** The part of the example's name up to its number, with the new chapter's number; null when it holds none. */
function followNumber({ heading }: Named, example: Example): string | null {
  const old = readCountedHeading(example.heading);
  const next = readCountedHeading(heading);
  if (old === null || next === null) return null;
  const [own, letter] = [old.number.number, old.letter.toLowerCase()];
  const pattern = new RegExp(`^(.*?)(?<!\\d)(0*)${own}([-_]?)${letter}(?![0-9a-z])`);
  const [, prefix = '', zeros = '', gap = ''] = pattern.exec(example.name) ?? [];
  if (!pattern.test(example.name)) return null;
  const width = zeros.length + String(own).length;
  const { number } = next.number;
  const digits = zeros === '' ? String(number) : String(number).padStart(width, '0');
  return `${prefix}${digits}${letter === '' || next.letter === '' ? '' : gap}${next.letter.toLowerCase()}`;
}
