import type { Element, ElementContent, Properties } from 'hast';
import type { Code, List, ListItem, Parents, TableRow, Text } from 'mdast';
import type { Options } from 'remark-html';
import type { Say } from '../../text/create-say.js';
import type { Shortcode } from '../shortcodes/place-shortcodes.js';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../tree/definition-nodes.js';
import { insertElement } from '../tree/inserts.js';
import { isLoose, isLooseItem } from '../tree/is-loose.js';

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<NonNullable<Handlers['text']>>[0];

/** A new line between nodes, as mdast-util-to-hast puts them. */
const newline = (): ElementContent => ({ type: 'text', value: '\n' });

/**
 * How nodes become elements where mdast-util-to-hast's own way costs too much: its text handler trims lines that
 * the parsers trimmed already (a tenth of a chapter's time), and its list items and table rows look through all
 * their siblings, so that a list of 100,000 items takes minutes. The HTML is the same; a test compares. Where `say` has
 * a word for them, boxes of task lists are named: a field without a name says nothing to those who do not see it.
 */
export function createHandlers(say: Say): Handlers {
  const looseness = new WeakMap<List, boolean>();
  const isLooseList = (list: List) => {
    const known = looseness.get(list);
    if (known !== undefined) return known;
    const loose = isLoose(list);
    looseness.set(list, loose);
    return loose;
  };
  const [done, open] = [say('task.done'), say('task.open')];
  return {
    text: (state: State, node: Text) => finish(state, node, { type: 'text', value: node.value }),
    listItem: (state: State, node: ListItem, parent: Parents | undefined) =>
      listItem(state, node, {
        loose: parent?.type === 'list' ? isLooseList(parent) : isLooseItem(node),
        name: node.checked === true ? done : open,
      }),
    tableRow,
    definitionList: (state: State, node: DefinitionList) =>
      state.applyData(node, elementOf('dl', state.wrap(state.all(node), true))),
    definitionTerm: (state: State, node: DefinitionTerm) =>
      state.applyData(node, elementOf('dt', state.all(node))),
    definitionDescription: (state: State, node: DefinitionDescription) =>
      elementOf('dd', layBlocks(state.all(node), node.spread)),
    // `listings.ts` has printed every one of them.
    code: (_state: State, node: Code) => insertElement(node.data?.insert ?? -1),
    shortcode: (_state: State, node: Shortcode) => insertElement(node.insert ?? -1),
  };
}

function finish<Made extends Element | { type: 'text'; value: string }>(
  state: State,
  from: ListItem | TableRow | Text,
  made: Made,
): Made | Element {
  state.patch(from, made);
  return state.applyData(from, made);
}

interface ItemForm {
  readonly loose: boolean;
  /** Of the box of a task. */
  readonly name: string | undefined;
}

function listItem(state: State, node: ListItem, { loose, name }: ItemForm): Element {
  const results = state.all(node);
  const properties: Properties = {};
  if (typeof node.checked === 'boolean') {
    const box = { type: 'checkbox', checked: node.checked, disabled: true };
    addCheckbox(results, name === undefined ? box : { ...box, ariaLabel: name });
    properties['className'] = ['task-list-item'];
  }
  const children = layBlocks(results, loose);
  return finish(state, node, { type: 'element', tagName: 'li', properties, children }) as Element;
}

/** Blocks on lines of their own; what is not loose has its paragraphs without `<p>`. */
function layBlocks(results: readonly ElementContent[], loose: boolean): ElementContent[] {
  const children: ElementContent[] = [];
  results.forEach((child, index) => {
    const bare = !loose && isParagraph(child);
    if (index > 0 || !bare) children.push(newline());
    if (bare) for (const inline of child.children) children.push(inline);
    else children.push(child);
  });
  const last = results.at(-1);
  if (last !== undefined && (loose || !isParagraph(last))) children.push(newline());
  return children;
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function isParagraph(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'p';
}

function addCheckbox(results: ElementContent[], properties: Properties): void {
  const [head] = results;
  const paragraph: Element =
    head !== undefined && isParagraph(head)
      ? head
      : { type: 'element', tagName: 'p', properties: {}, children: [] };
  if (paragraph !== head) results.unshift(paragraph);
  if (paragraph.children.length > 0) paragraph.children.unshift({ type: 'text', value: ' ' });
  paragraph.children.unshift({ type: 'element', tagName: 'input', properties, children: [] });
}

function tableRow(state: State, node: TableRow, parent: Parents | undefined): Element {
  const align = (parent?.type === 'table' && parent.align) || [];
  const tagName = parent?.children[0] === node ? 'th' : 'td';
  const length = align.length || node.children.length;
  const children: ElementContent[] = [newline()];
  for (let index = 0; index < length; index += 1) {
    const cell = node.children[index];
    const alignment = align[index];
    const properties: Properties = alignment ? { align: alignment } : {};
    children.push({ type: 'element', tagName, properties, children: cell ? state.all(cell) : [] }, newline());
  }
  return finish(state, node, { type: 'element', tagName: 'tr', properties: {}, children }) as Element;
}
