import type { Html, Nodes, Root } from 'mdast';

/** A piece of a chapter's source whose words are on no page. Offsets count from the beginning of the body. */
export interface LostPiece {
  readonly cause: 'HTML' | 'cell' | 'fence' | 'mark-up';
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}]/u;
const isComment = /^\s*<(?:!--[\s\S]*?-->\s*|!|\?)/;
const tags = /<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>?/g;

/**
 * Lists what of the source is in no node that is printed, in order: what stands between the words of the tree and is no
 * mark-up. Addresses, titles and labels of links are mark-up, as are closed comments and the numbers of lists.
 *
 * @param unsafe Whether raw HTML is printed.
 */
export function listLost(tree: Root, source: string, unsafe: boolean): readonly LostPiece[] {
  const lost: LostPiece[] = [];
  let done = 0;
  let columns = Number.POSITIVE_INFINITY;
  const pass = (to: number): void => {
    if (to > done) done = to;
  };
  const lose = (to: number, cause: LostPiece['cause']): void => {
    const piece = source.slice(done, to);
    const start = done + Math.max(piece.search(word), 0);
    const end = done + piece.trimEnd().length;
    if (word.test(piece)) lost.push({ cause, start, end });
    pass(to);
  };
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? done;
    const end = node.position?.end.offset ?? done;
    if (node.type === 'html' && !unsafe) {
      if (start > done) lose(start, 'mark-up');
      for (const [from, to] of listHtmlTexts(node, start)) {
        pass(from);
        lose(to, 'HTML');
      }
      pass(end);
      return;
    }
    if (!('children' in node)) {
      lose(start, 'mark-up');
      if (node.type === 'code') passFence(start);
      pass(end);
      return;
    }
    lose(start, 'mark-up');
    // Bullets, numbers, boxes, labels and tags stand before what they belong to.
    const [first] = node.children;
    if (/^(?:listItem|footnoteDefinition|link|linkReference|markedText)$/.test(node.type))
      pass(first?.position?.start.offset ?? end);
    if (node.type === 'table') columns = node.align?.length ?? Number.POSITIVE_INFINITY;
    // No table stands in another: the row is of the one that was entered last.
    const printed = node.type === 'tableRow' ? node.children.slice(0, columns) : node.children;
    for (const child of printed) visit(child);
    if (node.type === 'tableRow') lose(end, 'cell');
    else if (/^(?:link|linkReference|markedText)$/.test(node.type)) pass(end);
    else lose(end, 'mark-up');
  };
  /** Behind the name of a language stands what it is to look like; words that are none of that are gone. */
  const passFence = (start: number): void => {
    const line = source.slice(
      start,
      source.indexOf('\n', start) === -1 ? undefined : source.indexOf('\n', start),
    );
    const opened = /^[`~]{3,}[ \t]*(?:[^\s{]+)?[ \t]*/.exec(line)?.[0].length;
    if (opened === undefined || opened === line.length) return;
    pass(start + opened);
    const isPlain = !/[{}="]/.test(line) && /\p{L}{2}[ ]+\p{L}{2}/u.test(line.slice(opened));
    if (isPlain) lose(start + line.length, 'fence');
  };
  for (const child of tree.children) visit(child);
  return lost;
}

/** The texts in a piece of HTML between its tags; a comment holds none. */
function listHtmlTexts({ value }: Html, start: number): readonly (readonly [from: number, to: number])[] {
  if (isComment.test(value) && !/^\s*<!--/.test(value)) return [];
  const texts: (readonly [number, number])[] = [];
  let done = 0;
  for (const { 0: tag, index } of value.matchAll(tags)) {
    // Cut off, it is text.
    if (!tag.endsWith('>') && !tag.startsWith('<!--')) continue;
    if (word.test(value.slice(done, index))) texts.push([start + done, start + index]);
    done = index + tag.length;
  }
  if (word.test(value.slice(done))) texts.push([start + done, start + value.length]);
  return texts;
}
