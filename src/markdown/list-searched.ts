import type { Nodes, Root } from 'mdast';
import { plainText } from './plain-text.js';
import { createHtmlReader, type HtmlReader } from './read-html-text.js';

/** A heading, a paragraph, a listing or a block of HTML, and what of its text is searched. */
export interface SearchedBlock {
  readonly node: Nodes;
  readonly text: string;
}

/** The class and the attribute of a block that is kept out of the search. */
const LEFT_OUT = 'nosearch';
const ATTRIBUTE = 'data-nosearch';

/**
 * The text of a chapter that is searched, in order, without blocks that are kept out of it. Of HTML, the text as well,
 * but only where it is shown (`unsafe`). A heading that is kept out is in the list: it takes what follows with it.
 */
export function listSearched(tree: Root, unsafe: boolean): readonly SearchedBlock[] {
  const blocks: SearchedBlock[] = [];
  const html = createHtmlReader();
  const visit = (node: Nodes): void => {
    if (node.type !== 'heading' && isLeftOut(node)) return;
    switch (node.type) {
      case 'html':
        if (unsafe) blocks.push({ node, text: html.read(node.value) });
        return;
      case 'shortcode':
        if (!html.isHidden()) blocks.push({ node, text: node.searched });
        return;
      case 'code':
        if (!html.isHidden()) blocks.push({ node, text: node.value });
        return;
      case 'heading':
      case 'paragraph':
      case 'tableCell':
      case 'definitionTerm': {
        const text = unsafe ? readLine(node, html) : plainText(node);
        if (text !== '' || !html.isHidden()) blocks.push({ node, text });
        return;
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return blocks;
}

/** Whether a block has the class `nosearch` or the attribute `data-nosearch`. */
export function isLeftOut({ data }: Nodes): boolean {
  const properties = data?.hProperties;
  if (properties === undefined) return false;
  const classes = properties['className'];
  return ATTRIBUTE in properties || (Array.isArray(classes) && classes.includes(LEFT_OUT));
}

/** The text of a line with HTML in it. */
function readLine(node: Nodes, html: HtmlReader): string {
  if (node.type === 'html') return html.read(node.value);
  if ('children' in node) return node.children.map((child) => readLine(child, html)).join('');
  return html.isHidden() ? '' : plainText(node);
}
