import { isCode, listCode, type SourceRange } from '../math/list-code.js';

const opener = /<!--/g;

/**
 * Tells whether an offset of a text is in a comment of HTML: from `<!--` at the beginning of a line to the next `-->`, or
 * elsewhere in a line, to its end in the same paragraph (CommonMark 4.6 and 6.6). In code there is none.
 */
export function createCommentFinder(text: string): (offset: number) => boolean {
  let comments: readonly SourceRange[] | undefined;
  return (offset) => {
    comments ??= listComments(text);
    return isCode(offset, comments);
  };
}

function listComments(text: string): readonly SourceRange[] {
  if (!text.includes('<!--')) return [];
  const code = listCode(text);
  const comments: SourceRange[] = [];
  // Where an opener of a line begins nothing any more: the comment before it ends there, or its paragraph has no end of one.
  let done = 0;
  for (const { index } of text.matchAll(opener)) {
    if (index < done || isCode(index, code)) continue;
    const isBlock = /^ {0,3}$/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
    const close = isBlock ? /-->/g : /-->|\n[ \t]*\n/g;
    close.lastIndex = index + 4;
    const found = close.exec(text);
    if (found === null && isBlock) break;
    done = found === null ? text.length : found.index;
    if (found?.[0] === '-->') comments.push([index, done]);
  }
  return comments;
}
