import { hash as hashBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isSystemError } from '../files/system-error.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { KnownFile, LoadedFile, SourceFile, Sources } from '../model/source.js';
import { createFingerprint, measureFile } from './fingerprint.js';
import { gatherSources, type SourceRoots } from './read-sources.js';
import { type BookReading, walkFiles } from './reading.js';
import { createRecalledFiles, isLoaded, type RecalledFiles } from './recalled-files.js';
import type { FoundFile } from './walk.js';

/** Reads a book again and again; what has not changed is not read again and stays the same object. */
export interface SourceReader {
  /**
   * The sources as `readSources` returns them, their fingerprint computed when it is asked for.
   *
   * @param roots As long as they are the same as in the reading before, `changed` counts.
   * @param changed Absolute paths. As long as they are files that are known already, or nothing, only these are
   *   looked at. Null looks at everything.
   * @param now Milliseconds since 1970 UTC.
   */
  readonly read: (roots: SourceRoots, changed: ReadonlySet<string> | null, now: number) => Outcome<Sources>;
}

/** One reading and all of its files, in the order in which they were asked for. */
interface LastReading {
  readonly outcome: Outcome<Sources>;
  readonly seen: readonly (LoadedFile | SourceFile)[];
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

/**
 * Prepares a reader:
 *
 * 1. When all that changed is chapters that are known, only these are read.
 * 2. When it is known files of other kinds, the folders are not walked again.
 * 3. Else all is looked at. A file that vanishes between the walk and the reading is no fault of the book: once more.
 *
 * @param before As for `createRecalledFiles`.
 */
export function createSourceReader(before: ReadonlyMap<string, KnownFile> = new Map()): SourceReader {
  const recalled = createRecalledFiles(before);
  let listing = createListing();
  let last: LastReading | null = null;
  let lastRoots: SourceRoots | null = null;

  const readOnce = (roots: SourceRoots, changed: ReadonlySet<string> | null, now: number): LastReading => {
    const isEnough = changed !== null && last !== null && isListed(changed, listing);
    if (!isEnough) listing = createListing();
    const reading = createReading(recalled, listing, isEnough ? changed : null, now);
    return finishReading(gatherSources(roots, reading), reading);
  };
  const readAll = (roots: SourceRoots, changed: ReadonlySet<string> | null, now: number): LastReading => {
    let reading = readOnce(roots, changed, now);
    for (let attempt = 1; attempt < attempts && hasVanished(listing, recalled); attempt += 1) {
      reading = readOnce(roots, null, now);
    }
    recalled.keepOnly(listing.files);
    return reading;
  };
  return {
    read: (roots, named, now) => {
      const changed = isDeepStrictEqual(roots, lastRoots) ? named : null;
      const short = changed && last && readSaved(last, changed, recalled, now);
      last = short ?? readAll(roots, changed, now);
      lastRoots = roots;
      return last.outcome;
    },
  };
}

/** What happens most: chapters were saved, nothing came or went. Null when that is not all, or they cannot be read. */
function readSaved(
  { outcome, seen }: LastReading,
  changed: ReadonlySet<string>,
  recalled: RecalledFiles,
  now: number,
): LastReading | null {
  const { value, diagnostics } = outcome;
  const { resources, staticFiles, templates, assets, data, hugo, unusedTemplates, times } = value;
  const saved = value.chapters.filter(({ absolute }) => changed.has(absolute));
  const existing = [...changed].filter((path) => existsSync(path));
  if (saved.length !== changed.size || existing.length !== changed.size || diagnostics.length > 0)
    return null;
  try {
    const fresh = new Map<SourceFile, LoadedFile>(saved.map((file) => [file, recalled.load(file, now)]));
    const chapters = value.chapters.map((file) => fresh.get(file) ?? file);
    return finishReading(
      { chapters, resources, staticFiles, templates, assets, data, hugo, unusedTemplates, times },
      { seen: seen.map((file) => fresh.get(file) ?? file), diagnostics },
    );
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** Whether the paths can be read without another walk: files that were found, or what came and went unseen. */
function isListed(changed: ReadonlySet<string>, { files, folders }: Listing): boolean {
  return [...changed].every((path) =>
    existsSync(path) ? files.has(path) : !files.has(path) && !folders.has(path),
  );
}

function hasVanished(listing: Listing, recalled: RecalledFiles): boolean {
  const unread = [...listing.files].filter((path) => recalled.get(path) === undefined);
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

interface RecallingReading extends BookReading {
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
      const found = known ?? walkFiles(root);
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

/** The sources with the fingerprint that a fresh reading has. It throws as `fs` does when it is asked for. */
function finishReading(
  {
    chapters,
    resources,
    staticFiles,
    templates,
    assets,
    data,
    hugo,
    unusedTemplates,
    times,
  }: Omit<Sources, 'fingerprint'>,
  { seen, diagnostics }: Pick<LastReading, 'seen'> & { readonly diagnostics: readonly Diagnostic[] },
): LastReading {
  const value: Sources = {
    chapters,
    resources,
    staticFiles,
    templates,
    assets,
    data,
    hugo,
    unusedTemplates,
    times,
    get fingerprint() {
      const fingerprint = createFingerprint();
      for (const file of seen) {
        const { size, hash } = isLoaded(file)
          ? { size: file.bytes.length, hash: hashBytes('sha256', file.bytes) }
          : measureFile(file);
        fingerprint.addHash(file.file, size, hash);
      }
      if (times.size > 0) {
        const bytes = Buffer.from(JSON.stringify([...times]));
        fingerprint.addHash('', bytes.length, hashBytes('sha256', bytes));
      }
      return fingerprint.digest();
    },
  };
  return { outcome: { value, diagnostics }, seen };
}
