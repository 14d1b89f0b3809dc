import type { Heading, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** From this length on a line counts as one that was broken because the page was full. */
const fullLine = 50;
/** A shortcode is no sentence. */
const endsThought = /(?:[.:!?…][)\]"'”’»*_]*|[>%]\}\})\s*$/;
const mark = /^(?:#{1,6}|>|[-+*]|\d{1,9}[.)])/;

/**
 * Reports `text/accidental-block`: a list of one item, a heading or a quote that begins right below a full line of a
 * paragraph in the middle of a sentence, and a heading that a line of dashes made of a paragraph. An escape, or an
 * empty line before the dashes, mends it.
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
  const at = start + (/^\d/.test(written) ? written.length - 1 : 0);
  const place = chapter.placeAt(start, start + written.length);
  return {
    diagnostic: diagnose('text/accidental-block', { mark: written, made }, place),
    fix: [{ start: at, end: at, text: '\\' }],
  };
}

function nameBlock(node: RootContent): string | null {
  if (node.type === 'list') return node.children.length === 1 ? 'a list' : null;
  if (node.type === 'heading') return 'a heading';
  return node.type === 'blockquote' ? 'a quotation' : null;
}

/** A heading of several lines is a paragraph with a line of dashes below it. */
function checkUnderlined(node: Heading, { text, shift, placeAt }: CheckedChapter): Finding | null {
  const start = (node.position?.start.offset ?? 0) + shift;
  const end = (node.position?.end.offset ?? 0) + shift;
  const lines = text.slice(start, end).trimEnd().split('\n');
  const dashes = lines.at(-1)?.trim() ?? '';
  if (lines.length < 3 || !/^-+$/.test(dashes)) return null;
  const at = text.lastIndexOf('\n', end - 1) + 1;
  const details = { mark: dashes, made: 'a heading of the lines above' };
  return {
    diagnostic: diagnose('text/accidental-block', details, placeAt(at, at + dashes.length)),
    fix: [{ start: at, end: at, text: '\n' }],
  };
}
