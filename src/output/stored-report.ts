import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { decodeText } from '../files/decode.js';
import { isSystemError } from '../files/system-error.js';
import { parseObject } from '../formats/parse-object.js';
import { bookFolder, isOwnPlace, publicationHome } from './book-folder.js';
import type { Destination } from './destination.js';
import type { Disk } from './disk.js';
import { formatManifest } from './manifest.js';
import { FORBIDDEN } from './rooms.js';
import type { Work } from './work.js';

/** What is known of the last publication to a destination. It tells of chapters that are not published: it stays with the book. */
export interface StoredReport {
  /** Version of the program that published. */
  readonly program: string;
  /** Fingerprint of everything the site was made from. */
  readonly inputs: string;
  /** What the caller wants to know again of this build, as JSON. */
  readonly report: unknown;
}

/** The report on a destination whose manifest has these bytes; null when there is none, or it is about another state of it. */
export function readReport(
  disk: Disk,
  { book, shown }: Destination,
  manifest: Uint8Array,
): StoredReport | null {
  const home = publicationHome(book, shown);
  const path = reportPath(home);
  if (!isOwnPlace(disk, book, home) || disk.look(path)?.isFile() !== true) return null;
  const data = parseObject(decodeText(disk.read(path)) ?? '');
  const { program, inputs, report } = data ?? {};
  if (data?.['manifest'] !== hashManifest(manifest)) return null;
  return typeof program === 'string' && typeof inputs === 'string' ? { program, inputs, report } : null;
}

/**
 * Keeps a report on what is about to be published, in the book's folder, for which git is told to leave it alone. It
 * counts from the moment that the new manifest is in place. Where nothing may be written, nothing is kept: the next
 * build does its work again, and finds the same. Throws as `fs` does.
 */
export function storeReport(
  { disk, destination: { book, shown }, stage }: Pick<Work, 'disk' | 'destination' | 'stage'>,
  stored: StoredReport,
): void {
  const home = publicationHome(book, shown);
  if (!isOwnPlace(disk, book, home)) return;
  const manifest = hashManifest(formatManifest(stage.records));
  const draft = join(home, 'report.json.new');
  try {
    for (const folder of [bookFolder(book), dirname(home), home]) {
      if (disk.look(folder) === undefined) disk.makeFolder(folder);
    }
    const ignore = join(bookFolder(book), '.gitignore');
    if (disk.look(ignore) === undefined) disk.create(ignore, Buffer.from('*\n'));
    disk.removeTree(draft);
    disk.create(draft, Buffer.from(`${JSON.stringify({ manifest, ...stored })}\n`));
    disk.rename(draft, reportPath(home));
  } catch (error) {
    if (!isSystemError(error) || !FORBIDDEN.includes(error.code)) throw error;
  }
}

function reportPath(home: string): string {
  return join(home, 'report.json');
}

function hashManifest(manifest: Uint8Array): string {
  return createHash('sha256').update(manifest).digest('hex');
}
