import { diagnose } from '../diagnostics/catalogue.js';
import { isSystemError, type SystemError, systemReason } from '../files/system-error.js';
import { addAll } from '../lists/add-all.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { FileRecord, KeptFile, OutputCopy, OutputFile, PublishCounts } from '../model/output.js';
import { type Destination, findDestination } from './destination.js';
import { type Disk, realDisk } from './disk.js';
import { isCurrent } from './is-current.js';
import { readManifest } from './manifest.js';
import { checkSite, publishSite } from './publish.js';
import { readReport, storeReport } from './stored-report.js';
import { beginWork, type Work } from './work.js';
import { hasWork } from './workspace.js';

/** Where and how to publish. */
export interface PublicationOptions {
  /** Absolute path of the book's folder. */
  readonly book: string;
  /** Absolute path of the folder to publish to; it and those above it are made when missing. */
  readonly destination: string;
  /** Version of the program: what another one published is not current. */
  readonly program: string;
  /** Overwrite files of the destination that we did not write (`--cleanDestinationDir`). Removes none. */
  readonly takeOver?: boolean;
  /** Folders of the book, relative to it, that are read beside the usual ones: nothing is published into one. */
  readonly folders?: readonly string[];
  readonly disk?: Disk;
}

/** A site that is published and whole. */
interface CurrentSite {
  /** As it was given to `commit`. */
  readonly report: unknown;
  /** Number of files. */
  readonly files: number;
}

/** One publication of a site: all of it or, when anything is wrong, nothing. */
export interface Publication {
  /**
   * What is published already, if it was made from the same inputs and all its files are in place; else null.
   * Writes nothing and takes no lock.
   */
  readonly findCurrent: (inputs: string) => CurrentSite | null;
  /** Adds a file of the site. False once the publication has failed: adding more is of no use. */
  readonly add: (file: OutputFile) => boolean;
  /** Adds a file by copying it, in pieces if it is large. False as for `add`. */
  readonly copy: (file: OutputCopy) => boolean;
  /** Takes over a file that is published just so, in place of `add`; false when it is not, or the publication has failed. */
  readonly keep: (file: KeptFile) => boolean;
  /** What was added at a path; undefined when nothing was. */
  readonly recordOf: (path: string) => FileRecord | undefined;
  /**
   * Publishes what was added and ends the publication. With the first error in its diagnostics nothing was published,
   * save for `output/cannot-write` during the renames, which the next build mends. `report` is kept with the book, as JSON.
   *
   * @param afterwards Is called when all is in place, still under the lock.
   */
  readonly commit: (inputs: string, report: unknown, afterwards?: () => void) => Outcome<PublishCounts>;
  /** Ends the publication and removes its work. May be called at any time, more than once; never throws. */
  readonly abandon: () => void;
}

/**
 * Opens a destination:
 *
 * 1. Refuses folders that are or hold sources (`findDestination`), before anything is written.
 * 2. `findCurrent` tells whether there is anything to do.
 * 3. The first `add` or `copy` takes the lock and makes the workspace; each compares with what is published
 *    and writes what differs to the workspace.
 * 4. `commit` reports what is wrong with the whole, or renames it into place.
 *
 * Reports `output/destination-refused` here, value null; all else at `commit`: `output/locked`, `output/not-ours`,
 * `output/link-inside`, `output/unsafe-path`, `output/duplicate-path`, `output/file-and-folder`, `output/cannot-write`.
 */
export function openPublication(options: PublicationOptions): Outcome<Publication | null> {
  const disk = options.disk ?? realDisk;
  try {
    const { value, diagnostics } = findDestination(disk, options);
    return { value: value && createPublication(disk, options, value), diagnostics };
  } catch (error) {
    return { value: null, diagnostics: [reportFault(error, () => options.destination)] };
  }
}

const NOTHING: PublishCounts = { written: 0, unchanged: 0, removed: 0 };

interface Session {
  readonly disk: Disk;
  readonly options: PublicationOptions;
  readonly destination: Destination;
  readonly faults: Diagnostic[];
  /** Null before the first file and after the end. */
  work: Work | null;
  isOver: boolean;
}

function createPublication(disk: Disk, options: PublicationOptions, destination: Destination): Publication {
  const session: Session = { disk, options, destination, faults: [], work: null, isOver: false };
  const shown = (path: string) => `${destination.shown}/${path}`;
  return {
    findCurrent: (inputs) => findCurrent(disk, options, destination, inputs),
    add: (file) => {
      const act = ({ stage }: Work) => stage.add(file);
      return attempt(session, act, () => shown(file.path));
    },
    copy: (file) => {
      const act = ({ stage }: Work) => stage.copy(file);
      return attempt(session, act, (error) => (error.path === file.from ? file.from : shown(file.path)));
    },
    keep: (file) => {
      let isKept = false;
      const act = ({ stage }: Work) => {
        isKept = stage.keep(file);
      };
      return attempt(session, act, () => shown(file.path)) && isKept;
    },
    recordOf: (path) => session.work?.stage.records.get(path),
    commit: (inputs, report, afterwards) => commit(session, { inputs, report, afterwards }),
    abandon: () => endSession(session),
  };
}

/** Does something with the work, which the first call begins. Any fault ends the session; false once it has ended. */
function attempt(
  session: Session,
  act: (work: Work) => void,
  pathOf: (error: SystemError) => string,
): boolean {
  if (session.isOver) return false;
  try {
    session.work ??= beginWork(session.disk, session.options, session.faults);
    if (session.work !== null) act(session.work);
  } catch (error) {
    endSession(session);
    session.faults.push(reportFault(error, pathOf));
  }
  if (session.faults.length > 0) endSession(session);
  return !session.isOver;
}

interface Commitment {
  readonly inputs: string;
  readonly report: unknown;
  readonly afterwards: (() => void) | undefined;
}

function commit(session: Session, { inputs, report, afterwards }: Commitment): Outcome<PublishCounts> {
  const { options, destination, faults } = session;
  let counts = NOTHING;
  const publish = (work: Work) => {
    addAll(faults, checkSite(work));
    if (faults.length > 0) return;
    storeReport(work, { program: options.program, inputs, report });
    counts = publishSite(work);
    afterwards?.();
  };
  attempt(session, publish, (error) => error.path ?? destination.shown);
  endSession(session);
  return { value: counts, diagnostics: faults };
}

function endSession(session: Session): void {
  session.isOver = true;
  session.work?.workspace.close();
  session.work = null;
}

function findCurrent(
  disk: Disk,
  options: PublicationOptions,
  destination: Destination,
  inputs: string,
): CurrentSite | null {
  try {
    const manifest = readManifest(disk, destination.folder);
    const stored = manifest === null ? null : readReport(disk, destination, manifest.bytes);
    if (manifest === null || stored?.inputs !== inputs || stored.program !== options.program) return null;
    if (hasWork(disk, destination)) return null;
    if (!isCurrent(disk, destination.folder, manifest)) return null;
    return { report: stored.report, files: manifest.files.size };
  } catch (error) {
    // What cannot be looked at is published again, and the fault reported then if it lasts.
    if (isSystemError(error)) return null;
    throw error;
  }
}

function reportFault(error: unknown, pathOf: (error: SystemError) => string): Diagnostic {
  if (!isSystemError(error)) throw error;
  return diagnose('output/cannot-write', { path: pathOf(error), reason: systemReason(error) });
}
