import { posix } from 'node:path';
import { contentFile } from '../../content/content-file.js';
import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import type { SourceFile } from '../../model/source.js';
import { folderOfSection } from '../manuscript/folder-of-section.js';
import { indexTranslations } from '../manuscript/index-translations.js';
import type { Manuscript } from '../manuscript/open-manuscript.js';

/** A file on its way to another folder. */
interface MovedFile {
  /** Old and new path under the content folder. */
  readonly path: string;
  readonly target: string;
  /** Old and new place, relative to the book's folder. */
  readonly from: string;
  readonly to: string;
}

/** Files that move, by their old place (`SourceFile.file`). */
export type MovedFiles = ReadonlyMap<string, MovedFile>;

/**
 * The files that go along when a page goes to the folder of another section (by its key): a chapter by itself, or a
 * bundle's whole folder; its translations likewise.
 */
export function gatherMoved(manuscript: Manuscript, page: Page, section: string): MovedFiles {
  const chapter = manuscript.opened.chapters.get(page.source ?? '');
  const goal = folderOfSection(manuscript, section);
  const content = manuscript.inputs.config.folders.content;
  const translations = new Map(
    indexTranslations(manuscript)(page).map((found) => [found.manuscript, found.chapter]),
  );
  const all = manuscript.family.flatMap((book) => {
    const own = translations.get(book) ?? chapter;
    return own === undefined ? [] : listAlong(book, own);
  });
  return new Map(
    all.map(({ above, file: { path, file, language } }) => {
      const target = posix.join(goal, posix.relative(above, path));
      return [file, { path, target, from: file, to: contentFile(content, target, language) }];
    }),
  );
}

/** The files that a chapter takes along, and the folder that they leave. */
function listAlong(book: Manuscript, { path, bundle }: Chapter) {
  const folder = posix.dirname(path);
  const isAlong = (file: SourceFile) =>
    bundle === 'single' ? file.path === path : file.path.startsWith(`${folder}/`);
  const above = bundle === 'single' ? folder : posix.dirname(folder);
  return listFiles(book)
    .filter(isAlong)
    .map((file) => ({ above, file }));
}

/** A file that lies where one of the moved files is to go, relative to the book's folder; null when there is none. */
export function findTaken({ family }: Manuscript, moved: MovedFiles): string | null {
  const goals = new Set([...moved.values()].map(({ to }) => to.toLowerCase()));
  const taken = family
    .flatMap(listFiles)
    .find(({ file }) => !moved.has(file) && goals.has(file.toLowerCase()));
  return taken?.file ?? null;
}

/** Chapters and resources of a language, with those that it takes from the main one. */
function listFiles({ inputs: { sources } }: Manuscript): readonly SourceFile[] {
  return [...sources.chapters, ...sources.resources];
}
