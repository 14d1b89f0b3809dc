/** How much a finding matters. `error` stops publication; the others do not. */
export type Severity = 'error' | 'warning' | 'advice' | 'note';

/** A place in a file of the book. Lines and columns start at 1; columns and lengths count UTF-16 units. */
export interface SourceSpan {
  /** Path relative to the book's folder, with `/`: `content/part-1/14f.md`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
}

/** A second place that belongs to a finding, with what it shows: "the other page is here". */
export interface RelatedSpan extends SourceSpan {
  readonly message: string;
}

/**
 * Something wrong, or worth saying, about a book: a value that travels with what caused it.
 * Made by `diagnose` (`diagnostics/catalogue.ts`) only, so that every code has its wording in one place.
 */
export interface Diagnostic extends Partial<SourceSpan> {
  /** `area/what`, permanent: `front-matter/invalid-date`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that holds the offending value. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly related?: readonly RelatedSpan[];
  /** Of a call of a shortcode, where equal findings are counted instead of shown one by one. */
  readonly tally?: Tally;
}

/** A call that is counted. */
interface Tally {
  /** The shortcode. */
  readonly name: string;
  /** Words that are shown plainly; null where there is nothing to show. */
  readonly words: number | null;
  /** The place in a template at which they all end; null where there is none. */
  readonly template: SourceSpan | null;
}

/** A stage's result: what it made, and what it found on the way. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}
