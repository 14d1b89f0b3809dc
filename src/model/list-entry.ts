import type { PageKind } from './book.js';
import type { FamilyPlace } from './chapter-family.js';

/** One page in `octavo list --json`: a stable shape that scripts may rely on. */
export interface ListEntry {
  /** Relative to `content/`, with `/`; null for a virtual page (a folder or a home without `_index.md`). */
  readonly source: string | null;
  /** Site-relative, with its trailing slash. */
  readonly url: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly heading: string;
  readonly linkTitle: string;
  readonly weight: number;
  /** ISO 8601, or null. */
  readonly date: string | null;
  readonly draft: boolean;
  /** First segment of the logical path; `''` for home. */
  readonly section: string;
  /** Urls of the neighbours in reading order. */
  readonly prev: string | null;
  readonly next: string | null;
  readonly aliases: readonly string[];
  readonly words: number;
  /** Reading time. */
  readonly minutes: number;
  /** The chapter in pieces that it belongs to: what the headings have in common, which piece it is, and its letter. */
  readonly family: Pick<FamilyPlace, 'heading' | 'index' | 'of' | 'letter'> | null;
  /** Url of the volume in which it stands, or null. */
  readonly volume: string | null;
  /** Key of its language, in a book in several. */
  readonly lang?: string;
}
