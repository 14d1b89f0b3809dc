import { diagnose } from '../diagnostics/catalogue.js';
import type { Mount } from '../model/config.js';
import type { LoadedFile, SourceFile } from '../model/source.js';
import { isSystemError, systemReason } from '../text/system-error.js';
import type { Reading } from './reading.js';
import type { FoundFile, WalkRoot } from './walk.js';

/** The files below a folder, in order; none when there is nothing of that name. Reports what the walk reports. */
export function findFiles(reading: Reading, root: WalkRoot): readonly FoundFile[] {
  const { value, diagnostics } = reading.find(root);
  reading.diagnostics.push(...diagnostics);
  return value;
}

/**
 * The files of several folders as one, in code-point order of their paths there; of two with one path the first counts.
 */
export function findMounted(
  reading: Reading,
  mounts: readonly Mount[],
  openRoot: (folder: string) => WalkRoot,
): readonly FoundFile[] {
  const lists = mounts.map(({ folder, at }) => {
    const found = findFiles(reading, openRoot(folder));
    return at === '' ? found : found.map((file) => ({ ...file, path: `${at}/${file.path}` }));
  });
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const byPath = new Map<string, FoundFile>();
  for (const file of lists.flat()) if (!byPath.has(file.path)) byPath.set(file.path, file);
  return [...byPath.values()].sort((one, two) => (one.path < two.path ? -1 : 1));
}

/** Reads files whole, one after the other. Those that cannot be read are reported and left out. */
export function loadFiles(reading: Reading, found: readonly FoundFile[]): readonly LoadedFile[] {
  return keepReadable(reading, found, reading.load);
}

/** Takes note of files without keeping their bytes. Those that cannot be read are reported and left out. */
export function measureFiles(reading: Reading, found: readonly FoundFile[]): readonly SourceFile[] {
  return keepReadable(reading, found, reading.measure);
}

function keepReadable<Value>(
  reading: Reading,
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
