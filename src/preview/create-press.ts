import { setImmediate } from 'node:timers/promises';
import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { createEmptyStage } from '../pipeline/empty-stage.js';
import type { LiveBook, LiveOpening } from '../pipeline/live-book.js';
import { isLostMemory } from '../pipeline/memory/open-memory.js';
import type { OpenSite } from '../pipeline/open-site.js';
import type { Inputs } from '../pipeline/read-inputs.js';
import { findLoss } from '../sources/held-file.js';
import { listChanges } from './list-changes.js';
import { type Edition, type EditionFile, openEdition } from './open-edition.js';

/** A book that is pressed again whenever it changes. */
export interface Press {
  /**
   * Looks at the sources and opens a new edition if anything differs. Looks wait for each other.
   *
   * @param changed Absolute paths that are said to have changed; null looks at everything.
   */
  readonly look: (changed: ReadonlySet<string> | null) => Promise<NewEdition | null>;
  /** The newest edition; rejects before the first look. */
  readonly current: () => Edition;
  /** What is shown at an output path: the newest edition's file or, while that is faulty, that of the last good one. */
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
  /** All findings of the newest edition, in book order; null once a newer one is there. */
  readonly check: () => Promise<readonly Diagnostic[] | null>;
}

export interface NewEdition {
  readonly edition: Edition;
  /** As `listChanges` has them; empty when only the time has come for a chapter, null for the first edition. */
  readonly changes: readonly string[] | null;
}

/** Reads the sources; `changed` as in `Press.look`. */
export type ReadAgain = (changed: ReadonlySet<string> | null) => Promise<Inputs>;

/**
 * Prepares a press:
 *
 * 1. A look reads what has changed; when nothing has, there is nothing to do.
 * 2. The book is opened with what is remembered of it (`pipeline/live-book.ts`).
 * 3. The edition makes its pages as they are asked for (`open-edition.ts`).
 * 4. A check is a run of the pipeline: it makes all the others, and keeps nothing but the findings. While an edition is faulty, the
 *    one before it that was good is shown.
 */
export function createPress(readAgain: ReadAgain, openBook: () => LiveBook): Press {
  let live = openBook();
  let current: Edition | null = null;
  /** The last one before the newest that was fit to be shown; the last one that was found without an error. */
  let recent: Edition | null = null;
  let flawless: Edition | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const lookNow = async (changed: ReadonlySet<string> | null): Promise<NewEdition | null> => {
    const published = await readAgain(changed);
    const opening = await live.open(published);
    const before = current;
    const changes = before === null ? null : listChanges(before.inputs, opening.inputs);
    if (changes?.length === 0 && before !== null && haveSameBooks(before.sites, opening.sites)) return null;
    const edition = openEdition(opening);
    if (before?.isFit()) recent = before;
    current = edition;
    return { edition, changes };
  };
  const look = (changed: ReadonlySet<string> | null): Promise<NewEdition | null> => {
    const next = last.then(() => lookNow(changed));
    // A look that failed is its caller's to handle; the next one goes ahead.
    last = next.catch(() => undefined);
    return next;
  };

  const newest = (): Edition => {
    if (current === null) throw new Error('The press has not looked at the book yet.');
    return current;
  };
  /** Once more, with another look, when a file is not any more what it was read as, or a memory as it was written. */
  const surviving = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    try {
      return await act();
    } catch (error) {
      if (isLostMemory(error)) {
        live = openBook();
        current = null;
      } else if (findLoss(error) === null) throw error;
      await look(null);
      return await act();
    }
  };
  const find = async (path: string): Promise<EditionFile | null> => {
    for (const edition of [newest(), recent, flawless]) {
      const file = edition?.isFit() ? await edition.find(path) : null;
      // Making the page may have shown that a template is at fault.
      if (edition?.isFit() && (file?.kind !== 'made' || file.isWhole)) return file;
    }
    return newest().find(path);
  };
  const check = async (): Promise<readonly Diagnostic[] | null> => {
    const edition = newest();
    const findings = await runCheck(edition, () => edition === current);
    if (findings === null || hasErrors(findings)) return findings;
    flawless = edition;
    // Older ones are of no use any more, and each holds a whole book.
    recent = null;
    return findings;
  };
  return {
    look: (changed) => surviving(() => look(changed)),
    current: newest,
    find: (path) => surviving(() => find(path)),
    check: () => surviving(check),
  };
}

/** Pages between two turns of the event loop, in which requests are answered: some milliseconds. */
const breathEvery = 8;

/** All findings of an edition, in book order, as those of a build; null when it is not wanted any more. */
async function runCheck(edition: Edition, isWanted: () => boolean): Promise<readonly Diagnostic[] | null> {
  const { stage, faults } = createEmptyStage();
  const aborting = new AbortController();
  let pages = 0;
  const breathe = async () => {
    await setImmediate();
    if (!isWanted()) aborting.abort();
    aborting.signal.throwIfAborted();
  };
  const pause = () => {
    pages += 1;
    return pages % breathEvery === 0 ? breathe() : undefined;
  };
  try {
    const { diagnostics } = await edition.run(stage, pause);
    if (!isWanted()) return null;
    return hasErrors(diagnostics)
      ? diagnostics
      : [...diagnostics, ...applySeverities(faults, edition.inputs.config)];
  } catch (error) {
    if (aborting.signal.aborted) return null;
    throw error;
  }
}

function haveSameBooks(before: readonly Pick<OpenSite, 'opened'>[], now: LiveOpening['sites']): boolean {
  return (
    before.length === now.length &&
    before.every(({ opened }, at) => opened.book === now[at]?.site.opened.book)
  );
}
