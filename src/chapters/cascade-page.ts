import type { PageKind } from '../model/book.js';

/** A page as targets see it. */
export interface CascadePage {
  /** Logical path with its leading slash. */
  readonly path: string;
  readonly kind: PageKind;
}

/** What targets are matched against beside the page. */
export interface Surroundings {
  readonly environment: string;
  readonly language: string;
}
