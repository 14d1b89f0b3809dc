import { contentFile } from '../../content/content-file.js';
import { baseName, splitPath } from '../../content/logical-path.js';
import { namedLanguage } from '../../content/origin.js';
import { folderOfSection } from '../manuscript/folder-of-section.js';
import type { Manuscript, Sibling } from '../manuscript/open-manuscript.js';
import { markLanguage } from './mark-language.js';
import { type Named, nameFile } from './name-file.js';

/**
 * A path under the content folder for a new chapter, which no file has: in the folder of the chapter before it and named
 * in its way, or in that of its section.
 */
export function choosePath(
  manuscript: Manuscript,
  section: string,
  keys: Named,
  before: Sibling | null,
): string {
  const { files, inputs } = manuscript;
  const { suffix, mounted } = markLanguage(manuscript);
  const { path = '', bundle = 'single' } = before?.chapter ?? {};
  const isBundle = bundle !== 'single';
  const parts = (isBundle ? splitPath(path).folder : path).split('/');
  const folder = before === null ? folderOfSection(manuscript, section) : parts.slice(0, -1).join('/');
  const own = baseName(path, namedLanguage(before?.chapter ?? {}, inputs.config.place.key));
  const name = isBundle ? (parts.at(-1) ?? '') : own;
  const example = before === null ? null : { name, heading: before.page.heading, title: before.page.title };
  const pathOf = (stem: string) =>
    `${folder === '' ? '' : `${folder}/`}${stem}${isBundle ? '/index' : ''}${suffix}.md`;
  const paths = nameFile(keys, example).map(pathOf);
  const isFree = (candidate: string) =>
    !files.has(contentFile(inputs.config.folders.content, candidate, mounted));
  return paths.find(isFree) ?? paths[0] ?? '';
}
