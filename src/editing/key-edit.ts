import type { TextEdit } from './text-edit.js';

/** A change to one top-level key of a head. Keys are compared without case, as they are read. */
export type KeyEdit =
  | { readonly kind: 'set'; readonly key: string; readonly value: string | number | boolean }
  | { readonly kind: 'remove'; readonly key: string }
  /** Adds an entry to a list; makes the list when there is none, and of a single value its first entry. */
  | { readonly kind: 'append'; readonly key: string; readonly value: string };

/** The head as text, without its fences, and the line end to write. */
export interface HeadText {
  /** With the line ends of the file. */
  readonly text: string;
  readonly lineEnd: string;
}

/**
 * How one language puts an edit into text. Null when the way a key is written leaves no place for it. The caller reads
 * back what comes of it, so that an edit that goes wrong is never written.
 */
export type EditHead = (head: HeadText, edit: KeyEdit) => TextEdit | null;
