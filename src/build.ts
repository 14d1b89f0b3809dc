import type { ConfigRequest } from './config/load-config.js';
import { programVersion } from './config/package-root.js';
import { hasErrors, settleSeverities } from './diagnostics/settle.js';
import { identifyInputs } from './identify-inputs.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { PublishCounts } from './model/output.js';
import type { BookReport } from './model/report.js';
import { openPublication } from './output/open-publication.js';
import { readInputs } from './read-inputs.js';

/** What is asked of a build. Paths are absolute. */
export interface BuildRequest {
  /** The book's folder. */
  readonly root: string;
  readonly destination: string;
  readonly config: ConfigRequest;
  /** Overwrite files in the destination that no build of ours wrote. */
  readonly takeOver: boolean;
  readonly failOnWarnings: boolean;
  /** Threads beside the main one that may render; used for large books only. */
  readonly threads: number;
  readonly progress: ((done: number, total: number) => void) | null;
  /** Registers what must be undone when the user interrupts; returns the way to take it back. */
  readonly onInterrupt: (undo: () => void) => () => void;
}

export interface Published {
  readonly report: BookReport;
  readonly counts: PublishCounts;
}

export interface BuildResult {
  /** Null when an error kept the book from being published; the destination is then as it was. */
  readonly published: Published | null;
  /** All findings in book order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Publishes a book.
 *
 * 1. Config and sources are read.
 * 2. The publication is opened; if it was made from the same inputs and is intact, there is nothing to do.
 * 3. The book is pressed: chapters, book, markdown, pages, into the publication's stage.
 * 4. Without an error the stage takes the place of the old site; with one, it is thrown away.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const inputs = readInputs(request.root, request.config);
  const { value: publication, diagnostics } = openPublication({
    book: request.root,
    destination: request.destination,
    version: programVersion(),
    takeOver: request.takeOver,
  });
  if (publication === null) return failed([...inputs.diagnostics, ...diagnostics], inputs.config);
  const identity = identifyInputs(inputs);
  const known = publication.isCurrent(identity);
  if (known !== null && isStillTrue(known.report, inputs.config.publish.now)) return unchanged(known);
  const release = request.onInterrupt(() => publication.abandon());
  try {
    const { pressBook } = await import('./press-book.js');
    const pressed = await pressBook(inputs, publication, request);
    return pressed;
  } finally {
    release();
  }
}
