import type { Parent, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Transformer } from 'unified';
import { addAll } from '../../lists/add-all.js';
import type { MarkdownConstructs } from '../../model/config.js';
import { compileStateOf } from '../tree/compile-state.js';
import { markedText } from '../tree/marked-text.js';
import { rewritePhrasing } from '../tree/rewrite-phrasing.js';

const pairs = [
  { mark: '++', name: 'ins', setting: 'inserted' },
  { mark: '==', name: 'mark', setting: 'marked' },
] as const;

/**
 * Hugo's extras: `++inserted++` and `==marked==` text, `2^nd^` and `H~2~O`; and `~~struck~~` text and bare addresses
 * where the book has them switched off.
 */
export function inlineMarks(constructs: MarkdownConstructs): Transformer<Root> {
  const wanted = pairs.filter(({ setting }) => constructs[setting]);
  return (_tree, file) => {
    const { prose, addressed } = compileStateOf(file).survey;
    for (const line of prose) {
      for (const { mark, name } of wanted) pairMarks(line, mark, name);
      if (constructs.superscript) raise(line);
      rewritePhrasing(line, (node) => changeStruck(node, constructs) ?? changeBare(node, constructs));
    }
    // What is no link any more leads nowhere.
    if (!constructs.autolinks)
      addAll(
        addressed,
        addressed.splice(0).filter((node) => !isBare(node)),
      );
  };
}

/** Pairs the marks among the children of one node, through whatever stands between them. */
function pairMarks(parent: Parents, mark: string, name: string): void {
  for (const child of parent.children) if ('children' in child) pairMarks(child, mark, name);
  const open: { node: Text; rest: PhrasingContent[] }[] = [];
  const done: PhrasingContent[] = [];
  let isFound = false;
  for (const child of parent.children as PhrasingContent[]) {
    const pieces = child.type === 'text' && child.value.includes(mark) ? child.value.split(mark) : null;
    if (pieces === null) {
      (open.at(-1)?.rest ?? done).push(child);
      continue;
    }
    pieces.forEach((value, index) => {
      const before = pieces[index - 1];
      if (before !== undefined) {
        const opened = open.at(-1);
        if (opened !== undefined && !/\s$/.test(before) && opened.rest.length > 0 && !isEmpty(opened.rest)) {
          open.pop();
          done.push(markedText(name, opened.rest));
          isFound = true;
        } else if (opened === undefined && /^\S/.test(value))
          open.push({ node: { type: 'text', value: mark }, rest: [] });
        else (opened?.rest ?? done).push({ type: 'text', value: mark });
      }
      if (value !== '') (open.at(-1)?.rest ?? done).push({ type: 'text', value });
    });
  }
  const left = open.pop();
  if (left !== undefined) addAll(done, [left.node, ...left.rest]);
  if (isFound) parent.children = done as typeof parent.children;
}

function isEmpty(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.value === '');
}

const raised = /\^([^\s^]+)\^/;

function raise(line: Parents): void {
  rewritePhrasing(line, (node) => {
    if (node.type !== 'text' || !raised.test(node.value)) return null;
    return node.value.split(raised).map((value, index): PhrasingContent => {
      return index % 2 === 0 ? { type: 'text', value } : markedText('sup', [{ type: 'text', value }]);
    });
  });
}

/** One tilde on each side is lowered text where the book wants that; two are plain text where nothing is struck. */
function changeStruck(node: PhrasingContent, { subscript, strikethrough }: MarkdownConstructs) {
  if (node.type !== 'delete') return null;
  const [first] = node.children;
  const isSingle = (first?.position?.start.column ?? 0) - (node.position?.start.column ?? 0) === 1;
  if (isSingle && subscript) return [markedText('sub', node.children)];
  if (strikethrough) return null;
  const mark: Text = { type: 'text', value: isSingle ? '~' : '~~' };
  return [mark, ...node.children, mark];
}

function changeBare(node: PhrasingContent, { autolinks }: MarkdownConstructs) {
  return !autolinks && node.type === 'link' && isBare(node) ? node.children : null;
}

/** An address that stands in the text without brackets: its text begins where the link does. */
function isBare(
  node: { readonly type: string; readonly children?: readonly PhrasingContent[] } & Pick<Parent, 'position'>,
) {
  const start = node.position?.start;
  const first = node.children?.[0]?.position?.start;
  return (
    node.type === 'link' && first !== undefined && first.line === start?.line && first.column === start.column
  );
}
