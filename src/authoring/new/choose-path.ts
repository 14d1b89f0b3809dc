import { contentFile } from '../../content/content-file.js';
import { baseName, splitPath } from '../../content/logical-path.js';
import { namedLanguage } from '../../content/origin.js';
import { urlize } from '../../url/slug.js';
import { folderOfSection } from '../manuscript/folder-of-section.js';
import type { Manuscript, Sibling } from '../manuscript/open-manuscript.js';
import { markLanguage } from './mark-language.js';
import { type Named, nameFile } from './name-file.js';

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
    !files.has(contentFile(inputs.config.folders.content, candidate, mounted));
  return paths.find(isFree) ?? paths[0] ?? '';
}
