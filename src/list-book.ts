import { listEntries } from './book/list-entries.js';
import type { ConfigRequest } from './config/load-config.js';
import { settleSeverities } from './diagnostics/settle.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import type { Book } from './model/book.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { ListEntry } from './model/list-entry.js';
import { openBook } from './open-book.js';
import { readInputs } from './read-inputs.js';
import { createRendering } from './render-book.js';

/** A book in reading order. */
export interface ListedBook {
  readonly entries: readonly ListEntry[];
  /** For each entry, how many sections are above it; 0 for home. */
  readonly depths: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists the book in `root` without publishing anything. Chapters are rendered, for their words and minutes. */
export async function listBook(root: string, request: ConfigRequest): Promise<ListedBook> {
  const inputs = readInputs(root, request);
  const opened = openBook(inputs);
  const rendering = await createRendering(inputs, opened, []);
  for await (const _ of rendering.renderAll());
  const facts = new Map(rendering.allFacts().map((known) => [known.path, known]));
  const findings = [...inputs.diagnostics, ...opened.diagnostics];
  return {
    entries: listEntries(opened.book, facts),
    depths: [...opened.book.order, ...opened.book.others].map((key) => depthOf(opened.book, key)),
    diagnostics: sortDiagnostics(settleSeverities(findings, inputs.config), []),
  };
}

function depthOf(book: Book, key: string): number {
  const parent = book.pages[key]?.parent ?? null;
  return parent === null ? 0 : 1 + depthOf(book, parent);
}
