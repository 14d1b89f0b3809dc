import type { Heading, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import { joinsParagraph } from '../page-change.js';

/** From this length on a line counts as one that was broken because the page was full. */
const fullLine = 50;
/** A shortcode is no sentence. */
const endsThought = /(?:[.:!?…][)\]"'”’»*_]*|[>%]\}\})\s*$/;
const mark = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|#{1,6}|>|[-+*]|\d{1,9}[.)])/;

/** What goes on in the middle of a sentence: no capital, with or without quotes and marks of emphasis before it. */
const goesOn = /^["“‘'*_([]*[\p{Ll}\p{N}]/u;

/**
 * Reports `text/accidental-block`: a list of one item, a heading or a quote that begins right below a full line of a
 * paragraph in the middle of a sentence and goes on with it, in lower case or with a number, and a heading that a line
 * of dashes made of a paragraph. An escape, or an empty line before the dashes, mends it; a list only in a chapter
 * without other bullets, for an author who has some may mean this one.
 */
export function checkAccidentalBlocks(chapter: CheckedChapter): readonly Finding[] {
  return chapter.tree.children.flatMap((node, index) => {
    if (node.type === 'heading') {
      const underlined = checkUnderlined(node, chapter);
      if (underlined !== null) return [underlined];
    }
    const before = chapter.tree.children[index - 1];
    const finding = before === undefined ? null : checkInterruption(before, node, chapter);
    return finding === null ? [] : [finding];
  });
}

function checkInterruption(before: RootContent, node: RootContent, chapter: CheckedChapter): Finding | null {
  const made = nameBlock(node);
  if (made === null || before.type !== 'paragraph') return null;
  if (before.position?.end.line !== (node.position?.start.line ?? 0) - 1) return null;
  const start = (node.position?.start.offset ?? 0) + chapter.shift;
  const lineBefore = chapter.text.slice(0, start).trimEnd().split('\n').at(-1) ?? '';
  if (lineBefore.length < fullLine || endsThought.test(lineBefore)) return null;
  const written = mark.exec(chapter.text.slice(start, start + 12))?.[0];
  if (written === undefined) return null;
  const isOrdered = /^\d/.test(written);
  if (!isOrdered && !goesOn.test(chapter.text.slice(start + written.length, start + 40).trimStart()))
    return null;
  const place = chapter.placeAt(start, start + written.length);
  const diagnostic = diagnose('text/accidental-block', { mark: written, made }, place);
  if (node.type === 'list' && !isOrdered && countBullets(chapter) > 1) return { diagnostic };
  const at = start + (isOrdered ? written.length - 1 : 0);
  return { diagnostic, fix: [{ start: at, end: at, text: '\\' }], change: joinsParagraph(written) };
}

function countBullets({ tree }: CheckedChapter): number {
  return tree.children.filter((node) => node.type === 'list' && node.ordered !== true).length;
}

function nameBlock(node: RootContent): string | null {
  if (node.type === 'list') return node.children.length === 1 ? 'a list' : null;
  if (node.type === 'heading') return 'a heading';
  if (node.type === 'thematicBreak') return 'a rule';
  return node.type === 'blockquote' ? 'a quotation' : null;
}

/**
 * A heading of several lines is a paragraph with a line of dashes below it, and so is one whose line ends a sentence; a
 * single `=` is no underline.
 */
function checkUnderlined(node: Heading, { text, shift, placeAt }: CheckedChapter): Finding | null {
  const start = (node.position?.start.offset ?? 0) + shift;
  const end = (node.position?.end.offset ?? 0) + shift;
  const lines = text.slice(start, end).trimEnd().split('\n');
  const underline = lines.at(-1)?.trim() ?? '';
  if (lines.length < 2 || !/^(?:-+|=+)$/.test(underline)) return null;
  // What a merge leaves is told by a rule of its own.
  if (underline === '=======' && /^<{7}(?: |$)/m.test(text)) return null;
  const above = lines.at(-2) ?? '';
  const isText = lines.length > 2 || (above.length >= fullLine && /[.!?…][)\]"'”’»*_]*\s*$/.test(above));
  if (!isText && underline !== '=') return null;
  const at = text.lastIndexOf('\n', end - 1) + 1;
  const details = { mark: underline, made: 'a heading of the lines above' };
  const fix = underline.startsWith('=') ? '\\' : '\n';
  return {
    diagnostic: diagnose('text/accidental-block', details, placeAt(at, at + underline.length)),
    fix: [{ start: at, end: at, text: fix }],
  };
}
