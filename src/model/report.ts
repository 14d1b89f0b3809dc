import type { PageKind, UnpublishedPage } from './book.js';
import type { Diagnostic } from './diagnostic.js';

/** What a finished build knows about the book it published. Plain data without times: it is kept with the book. */
export interface BookReport {
  readonly title: string;
  readonly pages: Readonly<Record<PageKind, number>>;
  /** False without `baseURL`: sitemap and feeds are left out. */
  readonly hasHost: boolean;
  readonly unpublished: readonly UnpublishedPage[];
  /** Warnings, advice and notes, in book order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The span of "now", in milliseconds since 1970 UTC, in which the same chapters are published; null is unbounded. */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
}
