import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from '../model/diagnostic.js';
import type { LoadedFile, SourceFile, Sources } from '../model/source.js';
import { createFingerprint } from './fingerprint.js';
import { gatherSources, type SourceRoots } from './read-sources.js';
import { findFiles, type Reading } from './reading.js';
import { createRecalledFiles, isLoaded, type RecalledFiles } from './recalled-files.js';
import type { FoundFile } from './walk.js';

/** Reads a book again and again; what has not changed is not read again and stays the same object. */
export interface SourceReader {
  /**
   * The sources as `readSources` returns them, their fingerprint computed when it is asked for.
   *
   * @param changed Absolute paths. As long as they are files that are known already, or nothing, only these are
   *   looked at. Null looks at everything.
   * @param now Milliseconds since 1970 UTC.
   */
  readonly read: (changed: ReadonlySet<string> | null, now: number) => Outcome<Sources>;
}

/** What the folders held when they were last walked. */
interface Listing {
  /** By folder. */
  readonly outcomes: Map<string, Outcome<readonly FoundFile[]>>;
  readonly files: Set<string>;
  /** Every folder in which a file was found, and those above. */
  readonly folders: Set<string>;
}

/** A file that vanishes between the walk and the reading calls for another walk, so many times at most. */
const attempts = 3;

/** Prepares a reader. A file that vanishes while a book is read is no fault of the book: all is looked at anew. */
export function createSourceReader(roots: SourceRoots): SourceReader {
  const recalled = createRecalledFiles();
  let listing: Listing | null = null;

  const readOnce = (changed: ReadonlySet<string> | null, now: number): Outcome<Sources> => {
    const isEnough = changed !== null && listing !== null && isListed(changed, listing);
    const current = isEnough && listing !== null ? listing : createListing();
    const reading = createReading(recalled, current, isEnough ? changed : null, now);
    const files = gatherSources(roots, reading);
    listing = current;
    return { value: addFingerprint(files, reading.seen), diagnostics: reading.diagnostics };
  };

  return {
    read: (changed, now) => {
      let outcome = readOnce(changed, now);
      for (let attempt = 1; attempt < attempts && hasVanished(listing, recalled); attempt += 1) {
        outcome = readOnce(null, now);
      }
      recalled.keepOnly(listing?.files ?? new Set());
      return outcome;
    },
  };
}

/** Whether the paths can be read without another walk: files that were found, or what came and went unseen. */
function isListed(changed: ReadonlySet<string>, { files, folders }: Listing): boolean {
  return [...changed].every((path) =>
    existsSync(path) ? files.has(path) : !files.has(path) && !folders.has(path),
  );
}

function hasVanished(listing: Listing | null, recalled: RecalledFiles): boolean {
  const unread = [...(listing?.files ?? [])].filter((path) => recalled.get(path) === undefined);
  return unread.some((path) => !existsSync(path));
}

function createListing(): Listing {
  return { outcomes: new Map(), files: new Set(), folders: new Set() };
}

function addToListing(
  { outcomes, files, folders }: Listing,
  folder: string,
  found: Outcome<readonly FoundFile[]>,
) {
  outcomes.set(folder, found);
  for (const { absolute } of found.value) {
    files.add(absolute);
    for (let above = dirname(absolute); !folders.has(above); above = dirname(above)) folders.add(above);
  }
}

interface RecallingReading extends Reading {
  /** All files in the order in which they were asked for. */
  readonly seen: readonly (LoadedFile | SourceFile)[];
}

function createReading(
  recalled: RecalledFiles,
  listing: Listing,
  changed: ReadonlySet<string> | null,
  now: number,
): RecallingReading {
  const seen: (LoadedFile | SourceFile)[] = [];
  const note = <File extends SourceFile>(file: File): File => {
    seen.push(file);
    return file;
  };
  const believed = (path: string) => (changed === null || changed.has(path) ? undefined : recalled.get(path));
  return {
    seen,
    diagnostics: [],
    find: (root) => {
      const known = listing.outcomes.get(root.folder);
      const found = known ?? findFiles(root);
      if (known === undefined) addToListing(listing, root.folder, found);
      return found;
    },
    load: (found) => {
      const file = believed(found.absolute);
      return note(file !== undefined && isLoaded(file) ? file : recalled.load(found, now));
    },
    measure: (found) => note(believed(found.absolute) ?? recalled.measure(found)),
  };
}

/** The same fingerprint as that of a fresh reading. Throws as `fs` does when it is asked for. */
function addFingerprint(
  files: Omit<Sources, 'fingerprint'>,
  seen: readonly (LoadedFile | SourceFile)[],
): Sources {
  return {
    ...files,
    get fingerprint() {
      const fingerprint = createFingerprint();
      for (const file of seen) {
        if (isLoaded(file)) fingerprint.addBytes(file.file, file.bytes);
        else fingerprint.addFile(file);
      }
      return fingerprint.digest();
    },
  };
}
