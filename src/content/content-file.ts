import type { Folders, Mount } from '../model/config.js';

/**
 * Where a file of the content belongs, relative to the book: `content/part-1/14f.md` for `part-1/14f.md`. Of several
 * folders that may hold it the deepest takes it, and of those the first.
 *
 * @param language Key of the language whose folders count (`SourceFile.language`); absent for those of all.
 */
export function contentFile(mounts: readonly Mount[], path: string, language?: string): string {
  const fitting = mounts.filter(
    (mount) => mount.language === language && (mount.at === '' || path.startsWith(`${mount.at}/`)),
  );
  const [best] = fitting.sort((one, two) => two.at.length - one.at.length);
  if (best === undefined) return `content/${path}`;
  return `${best.folder}/${best.at === '' ? path : path.slice(best.at.length + 1)}`;
}

/** Every folder that is read, relative to the book. */
export function listFolders({ content, staticFiles, data }: Folders): readonly string[] {
  return [...content, ...staticFiles, ...data].map(({ folder }) => folder);
}

/** Whether a file, named as in messages, lies in one of the folders. */
export function isMounted(mounts: readonly Mount[], file: string): boolean {
  return mounts.some(({ folder }) => file === folder || file.startsWith(`${folder}/`));
}
