import type { Root } from 'mdast';
import type { PieceParser } from '../parse/piece-parser.js';

/** The text of a chapter that is being mended. */
export interface MendedText {
  readonly source: string;
  /** Its lines, which most chapters are not asked for; nodes count theirs from 1. */
  readonly linesOf: () => readonly string[];
  readonly pieces: PieceParser;
}

/** Sets one kind of extracted text right in a tree: changes the tree, and no word of it. */
export type MendBlocks = (tree: Root, text: MendedText) => void;
