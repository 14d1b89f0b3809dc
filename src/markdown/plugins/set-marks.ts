import type { Text } from 'mdast';
import type { TypographerMarks } from '../../model/markdown-config.js';

/** A mark that the typographer has put into a text, where it takes one character. */
export interface PlacedMark {
  readonly node: Text;
  readonly at: number;
  readonly isApostrophe: boolean;
}

const names: Readonly<Record<string, keyof TypographerMarks>> = {
  '“': 'leftDoubleQuote',
  '”': 'rightDoubleQuote',
  '‘': 'leftSingleQuote',
  '’': 'rightSingleQuote',
  '–': 'enDash',
  '—': 'emDash',
  '…': 'ellipsis',
  '«': 'leftAngleQuote',
  '»': 'rightAngleQuote',
};

/** Replaces marks by those that the book has chosen, which may be longer. Each stands in its text as the typographer put it there. */
export function setMarks(placed: readonly PlacedMark[], marks: Partial<TypographerMarks>): void {
  // From the end of each text on, so that the places before stay what they are.
  for (const { node, at, isApostrophe } of placed.toReversed()) {
    const mark = node.value.charAt(at);
    const name = isApostrophe ? 'apostrophe' : names[mark];
    const chosen = name === undefined ? mark : (marks[name] ?? mark);
    node.value = node.value.slice(0, at) + chosen + node.value.slice(at + 1);
  }
}
