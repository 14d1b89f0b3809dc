import { lstatSync, readFileSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile, SourceFile } from '../model/source.js';
import { isSystemError, systemReason } from '../text/system-error.js';
import type { Fingerprint } from './fingerprint.js';
import { type FoundFile, type WalkRoot, walkFolder } from './walk.js';

/** What one reading of a book gathers on its way. */
export interface Reading {
  readonly fingerprint: Fingerprint;
  readonly diagnostics: Diagnostic[];
}

/** The files below a folder, in order; none when there is nothing of that name. Reports what the walk reports. */
export function findFiles(reading: Reading, root: WalkRoot): readonly FoundFile[] {
  if (lstatSync(root.folder, { throwIfNoEntry: false }) === undefined) return [];
  const { value, diagnostics } = walkFolder(root);
  reading.diagnostics.push(...diagnostics);
  return value;
}

/** Reads files whole, one after the other. Those that cannot be read are reported and left out. */
export function loadFiles(reading: Reading, found: readonly FoundFile[]): readonly LoadedFile[] {
  return keepReadable(reading, found, (file) => {
    const bytes = readFileSync(file.absolute);
    reading.fingerprint.addBytes(file.file, bytes);
    return { ...file, size: bytes.length, bytes };
  });
}

/** Adds files to the fingerprint without keeping their bytes. Those that cannot be read are reported and left out. */
export function measureFiles(reading: Reading, found: readonly FoundFile[]): readonly SourceFile[] {
  return keepReadable(reading, found, (file) => ({ ...file, size: reading.fingerprint.addFile(file) }));
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
