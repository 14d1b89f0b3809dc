import type { Outcome } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import { isIgnoredInContent } from './ignored-names.js';
import { findFiles, loadFiles } from './read-files.js';
import { createReading } from './reading.js';

/** Reads all files below a folder whole, those left out that no build would read. Reports what the walk reports. */
export function readFolder(folder: string): Outcome<readonly LoadedFile[]> {
  const reading = createReading();
  const root = { folder, label: folder, isIgnored: isIgnoredInContent, ignore: [/[\\/]node_modules[\\/]/] };
  return { value: loadFiles(reading, findFiles(reading, root)), diagnostics: reading.diagnostics };
}
