import { diagnose } from '../diagnostics/catalogue.js';
import { decodeText } from '../files/decode.js';
import { compileGlob } from '../files/glob.js';
import { isSystemError, systemReason } from '../files/system-error.js';
import { addAll } from '../lists/add-all.js';
import type { Mount } from '../model/config.js';
import type { LoadedFile, SourceFile, TextFile } from '../model/source.js';
import { compareText } from '../text/compare.js';
import type { BookReading } from './reading.js';
import type { FoundFile, WalkRoot } from './walk.js';

/** The files below a folder, in order; none when there is nothing of that name. Reports what the walk reports. */
export function findFiles(reading: BookReading, root: WalkRoot): readonly FoundFile[] {
  const { value, diagnostics } = reading.find(root);
  addAll(reading.diagnostics, diagnostics);
  return value;
}

/**
 * The files of several folders as one, in code-point order of their paths there; of two with one path in one
 * language the first counts.
 */
export function findMounted(
  reading: BookReading,
  mounts: readonly Mount[],
  openRoot: (folder: string) => WalkRoot,
): readonly FoundFile[] {
  const lists = mounts.map((mount) => {
    const { folder, at, files } = mount;
    const found = findFiles(reading, { ...openRoot(folder), mayBeFile: at !== '' }).filter(
      createFilter(files),
    );
    return at === '' && mount.language === undefined ? found : placeFiles(found, mount);
  });
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const byPath = new Map<string, FoundFile>();
  for (const file of lists.flat()) {
    const key = `${file.language ?? ''}/${file.path}`;
    if (!byPath.has(key)) byPath.set(key, file);
  }
  return dropNested([...byPath.values()], mounts).sort(
    (one, two) => compareText(one.path, two.path) || compareText(one.file, two.file),
  );
}

function placeFiles(found: readonly FoundFile[], { at, language }: Mount): readonly FoundFile[] {
  const own = language === undefined ? {} : { language };
  const place = (path: string) => [at, path].filter((part) => part !== '').join('/');
  return found.map((file) => ({ ...file, path: place(file.path), ...own }));
}

/** Without the files that were met a second time, in the folder of a language that lies in the folder of all. */
function dropNested(found: FoundFile[], mounts: readonly Mount[]): FoundFile[] {
  const own = mounts.filter(({ language }) => language !== undefined);
  if (own.length === 0) return found;
  const holder = (file: string) =>
    own
      .filter(({ folder }) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length)[0];
  return found.filter(({ file, language }) => {
    const deepest = holder(file);
    return deepest === undefined || deepest.language === language;
  });
}

/** A file is let in by a pattern for it, if there is any, unless one with a `!` is for it or for a folder around it. */
function createFilter(patterns: readonly string[] = []): (file: FoundFile) => boolean {
  const compile = (list: readonly string[]) => list.flatMap((pattern) => compileGlob(pattern) ?? []);
  const includes = compile(patterns.filter((pattern) => !pattern.startsWith('!')));
  const excludes = compile(
    patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  );
  return ({ path }) => {
    const names = path.split('/');
    const paths = names.map((_, index) => names.slice(0, index + 1).join('/'));
    if (excludes.some((matches) => paths.some(matches))) return false;
    return includes.length === 0 || includes.some((matches) => matches(path));
  };
}

/** Reads files whole, one after the other. Those that cannot be read are reported and left out. */
export function loadFiles(reading: BookReading, found: readonly FoundFile[]): readonly LoadedFile[] {
  return keepReadable(reading, found, reading.load);
}

/** Takes note of files without keeping their bytes. Those that cannot be read are reported and left out. */
export function measureFiles(reading: BookReading, found: readonly FoundFile[]): readonly SourceFile[] {
  return keepReadable(reading, found, reading.measure);
}

/** Files as text; one that is none is reported as `source/not-text` and left out. */
export function decodeFiles(reading: BookReading, files: readonly LoadedFile[]): readonly TextFile[] {
  return files.flatMap(({ path, file, bytes }) => {
    const text = decodeText(bytes);
    if (text !== null) return [{ path, file, text }];
    reading.diagnostics.push(diagnose('source/not-text', {}, { file }));
    return [];
  });
}

function keepReadable<Value>(
  reading: BookReading,
  found: readonly FoundFile[],
  read: (file: FoundFile) => Value,
): readonly Value[] {
  return found.flatMap((file) => {
    try {
      return [read(file)];
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const reason = systemReason(error);
      reading.diagnostics.push(diagnose('source/unreadable', { reason }, { file: file.file }));
      return [];
    }
  });
}
