import type { Parent, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Transformer } from 'unified';
import { addAll } from '../../lists/add-all.js';
import type { MarkdownConstructs } from '../../model/markdown-config.js';
import { compileStateOf } from '../tree/compile-state.js';
import { markedText } from '../tree/marked-text.js';
import { rewritePhrasing } from '../tree/rewrite-phrasing.js';

/** Marks around text: as they are written, and as a run of that many signs and no more. */
interface Pair {
  readonly mark: string;
  readonly run: RegExp;
  readonly name: string;
}

const pairs = [
  { mark: '++', run: /(?<!\+)\+\+(?!\+)/, name: 'ins', setting: 'inserted' },
  { mark: '==', run: /(?<!=)==(?!=)/, name: 'mark', setting: 'marked' },
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
      for (const pair of wanted) pairMarks(line, pair);
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

/** Pairs the marks among the children of one node, through whatever stands between them. A longer run of the sign is none. */
function pairMarks(parent: Parents, { run, mark, name }: Pair): void {
  for (const child of parent.children) if ('children' in child) pairMarks(child, { run, mark, name });
  const open: PhrasingContent[][] = [];
  const done: PhrasingContent[] = [];
  let isFound = false;
  const put = (node: PhrasingContent) => (open.at(-1) ?? done).push(node);
  const children = parent.children as PhrasingContent[];
  for (const [at, child] of children.entries()) {
    const pieces = child.type === 'text' && child.value.includes(mark) ? child.value.split(run) : null;
    if (pieces === null) put(child);
    for (const [index, value] of pieces?.entries() ?? []) {
      if (index > 0) {
        const held = open.at(-1);
        if (held !== undefined && held.length > 0 && !endsInBlank(held.at(-1))) {
          open.pop();
          done.push(markedText(name, held));
          isFound = true;
        } else if (held === undefined && beginsWord(value, children[at + 1])) open.push([]);
        else put({ type: 'text', value: mark });
      }
      if (value !== '') put({ type: 'text', value });
    }
  }
  const left = open.pop();
  if (left !== undefined) addAll(done, [{ type: 'text', value: mark }, ...left]);
  if (isFound) parent.children = done as typeof parent.children;
}

function endsInBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /\s$/.test(node.value));
}

/** Whether something other than a blank follows a mark, in its text or as the node behind that. */
function beginsWord(value: string, next: PhrasingContent | undefined): boolean {
  if (value !== '' || next === undefined) return /^\S/.test(value);
  return next.type !== 'break' && !(next.type === 'text' && /^\s/.test(next.value));
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
