import { plainText } from '../tree/plain-text.js';
import { findLettered } from './find-lettered.js';
import { keepLines } from './keep-lines.js';
import type { MendBlocks } from './mend-block.js';
import { visitParagraphs } from './visit-paragraphs.js';

/** Lines that begin with `(a)`, `(b)`, … stay lines of their own, where Markdown runs them together. */
export const mendLetters: MendBlocks = (tree, { source }) => {
  if (!/\n[ \t>]*(?:\([a-z\d]{1,5}\)|[a-z][.)])[ \t]/.test(source)) return;
  visitParagraphs(tree, (paragraph) => {
    const lettered = new Set(findLettered(plainText(paragraph).split('\n')));
    if (lettered.size > 0) keepLines(paragraph, (line) => lettered.has(line), true);
  });
};
