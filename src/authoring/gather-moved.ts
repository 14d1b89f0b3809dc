import { posix } from 'node:path';
import type { Chapter } from '../model/chapter.js';
import type { SourceFile } from '../model/source.js';
import { contentFile } from '../text/content-file.js';
import type { Manuscript } from './open-manuscript.js';

/** A file on its way to another folder. */
export interface MovedFile {
  /** The new path under the content folder; the old one is the file's key. */
  readonly target: string;
  /** Old and new place, relative to the book's folder. */
  readonly from: string;
  readonly to: string;
}

/** Files that move, by their old path under the content folder. */
export type MovedFiles = ReadonlyMap<string, MovedFile>;

/**
 * The files that go along when a page goes to the folder of another section (by its key): a chapter by itself, or a
 * bundle's whole folder.
 */
export function gatherMoved(manuscript: Manuscript, chapter: Chapter, section: string): MovedFiles {
  const goal = folderOfSection(manuscript, section);
  const folder = posix.dirname(chapter.path);
  const isAlong = (path: string) =>
    chapter.bundle === 'single' ? path === chapter.path : path.startsWith(`${folder}/`);
  const above = chapter.bundle === 'single' ? folder : posix.dirname(folder);
  const content = manuscript.inputs.config.folders.content;
  return new Map(
    listFiles(manuscript).flatMap(({ path, file }) => {
      if (!isAlong(path)) return [];
      const target = posix.join(goal, posix.relative(above, path));
      return [[path, { target, from: file, to: contentFile(content, target) }]];
    }),
  );
}

/** A file that lies where one of the moved files is to go, relative to the book's folder; null when there is none. */
export function findTaken(manuscript: Manuscript, moved: MovedFiles): string | null {
  const goals = new Set([...moved.values()].map(({ target }) => target.toLowerCase()));
  const taken = listFiles(manuscript).find(({ path }) => !moved.has(path) && goals.has(path.toLowerCase()));
  return taken?.file ?? null;
}

/** Chapters and resources. */
function listFiles({ files, inputs }: Manuscript): readonly SourceFile[] {
  return [...files.values(), ...inputs.sources.resources];
}

function folderOfSection({ opened }: Manuscript, section: string): string {
  const source = opened.book.pages[section]?.source ?? null;
  return source === null ? section.slice(1) : posix.dirname(source);
}
