import type { RootContent } from 'mdast';
import { plainText } from '../tree/plain-text.js';
import { findVerse } from './find-verse.js';
import { keepLines } from './keep-lines.js';
import type { MendBlocks } from './mend-block.js';
import { visitParagraphs } from './visit-paragraphs.js';

/** Verse keeps its lines, where Markdown runs them together. Paragraphs with hard breaks are the author's. */
export const mendVerse: MendBlocks = (tree) => {
  const stanzas = new Set<RootContent>();
  visitParagraphs(tree, (paragraph, before) => {
    if (paragraph.children.some(({ type }) => type === 'break')) return;
    const text = plainText(paragraph);
    if (!text.includes('\n')) return;
    const isStanza = before !== undefined && stanzas.has(before);
    const start = findVerse(text.split('\n'), textOfBlock(before), isStanza);
    if (start === null) return;
    stanzas.add(paragraph);
    keepLines(paragraph, (line) => line >= start, false);
  });
};

function textOfBlock(node: RootContent | undefined): string {
  return node?.type === 'paragraph' || node?.type === 'heading' ? plainText(node) : '';
}
