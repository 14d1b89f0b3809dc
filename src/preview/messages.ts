/** What the preview server tells an open page, as one server-sent event each: JSON with a `type`. */
export type PreviewMessage =
  | ReloadMessage
  | StylesMessage
  | FindingsMessage
  | StatusMessage
  | NavigateMessage;

/** The page is another one now. */
interface ReloadMessage {
  readonly type: 'reload';
}

/** Nothing but stylesheets changed: those whose names but for the content hash are equal are to be swapped. */
interface StylesMessage {
  readonly type: 'styles';
  /** Addresses from the root of the host. */
  readonly addresses: readonly string[];
  /** What the page is, once they are swapped. */
  readonly revision: string;
}

/** All findings of the book; the overlay shows the errors and goes when there are none. */
export interface FindingsMessage {
  readonly type: 'findings';
  readonly errors: readonly ShownFinding[];
  /** Errors beyond those listed. */
  readonly more: number;
  readonly warnings: number;
}

/** What stands in the status line, and what its switch needs. */
export interface StatusMessage {
  readonly type: 'status';
  /** Number of drafts in the book. */
  readonly drafts: number;
  readonly areDraftsShown: boolean;
  /** Proves to the server that the switch was thrown from a page of its own. */
  readonly token: string;
}

/** The page that was just saved is another one: go there. */
interface NavigateMessage {
  readonly type: 'navigate';
  readonly address: string;
}

/** A finding ready to show. Plain text throughout: it may hold anything that a chapter holds. */
export interface ShownFinding {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** Its own place first, then those that belong to it. */
  readonly places: readonly ShownPlace[];
}

export interface ShownPlace {
  /** `content/one.md:3:9` */
  readonly label: string;
  readonly note: string | null;
  /** Lines of the excerpt, the caret in the last one. */
  readonly excerpt: readonly string[];
  /** Opens the editor there; null where that is not possible. */
  readonly editor: string | null;
}

/** Where the client finds the server's own addresses; no file of a book can lie there. */
export const ownPaths = {
  script: '/.octavo/preview.js',
  events: '/.octavo/events',
  drafts: '/.octavo/drafts',
} as const;
