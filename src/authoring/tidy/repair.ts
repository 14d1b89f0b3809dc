import type { TextEdit } from '../../editing/text-edit.js';

/** A correction, and what it says to the author. */
export interface Repair {
  /** Of the decoded text, in order. */
  readonly edits: readonly TextEdit[];
  /** Line of the file, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** How else it could be meant; null where there is no doubt. */
  readonly other: string | null;
}
