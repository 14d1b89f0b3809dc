import type { Html, Nodes, Root } from 'mdast';
import { createHtmlReader } from '../html/read-html-text.js';
import { plainText } from '../tree/plain-text.js';

/** A heading, a paragraph, a listing or a block of HTML, and what of its text is searched. */
interface SearchedBlock {
  readonly node: Nodes;
  readonly text: string;
}

/** An element in HTML that is kept out of the search, and has no end. */
interface UnclosedElement {
  readonly node: Nodes;
  /** Its start tag. */
  readonly tag: string;
}

/** What of a chapter is searched, and what keeps more out of it than was meant. */
export interface SearchedText {
  readonly blocks: readonly SearchedBlock[];
  readonly unclosed: readonly UnclosedElement[];
}

/** The class and the attribute of a block that is kept out of the search. */
const LEFT_OUT = 'nosearch';
const ATTRIBUTE = 'data-nosearch';

/**
 * The text of a chapter that is searched, in order, without blocks that are kept out of it. Of HTML, the text as well,
 * but only where it is shown (`unsafe`). A heading that is kept out is in the list: it takes what follows with it.
 * An element without an end hides what a browser takes for its content: the rest of its line or of the chapter.
 */
export function listSearched(tree: Root, unsafe: boolean): SearchedText {
  const blocks: SearchedBlock[] = [];
  const html = createHtmlWatch();
  const visit = (node: Nodes): void => {
    if (node.type !== 'heading' && isLeftOut(node)) return;
    switch (node.type) {
      case 'html':
        if (unsafe) blocks.push({ node, text: html.readBlock(node) });
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
        const text = unsafe ? html.readLine(node) : plainText(node);
        if (text !== '' || !html.isHidden()) blocks.push({ node, text });
        return;
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return { blocks, unclosed: html.end() };
}

/** Whether a block has the class `nosearch` or the attribute `data-nosearch`. */
export function isLeftOut({ data }: Nodes): boolean {
  const properties = data?.hProperties;
  if (properties === undefined) return false;
  const classes = properties['className'];
  return ATTRIBUTE in properties || (Array.isArray(classes) && classes.includes(LEFT_OUT));
}

/** Reads the HTML of a chapter, and notes elements that hide what follows and do not end. */
function createHtmlWatch() {
  const reader = createHtmlReader();
  const unclosed: UnclosedElement[] = [];
  let hiding: Nodes | null = null;
  const read = (node: Html): string => {
    const before = reader.hiddenBy();
    const text = reader.read(node.value);
    if (reader.hiddenBy() !== before) hiding = node;
    return text;
  };
  const readInside = (node: Nodes): string => {
    if (node.type === 'html') return read(node);
    if ('children' in node) return node.children.map(readInside).join('');
    return reader.isHidden() ? '' : plainText(node);
  };
  const note = (): void => {
    const tag = reader.hiddenBy();
    if (tag !== '' && hiding !== null) unclosed.push({ node: hiding, tag });
  };
  return {
    isHidden: reader.isHidden,
    readBlock: (node: Html): string => {
      const text = read(node);
      reader.endBlock();
      return text;
    },
    /** The text of a line with HTML in it. What begins to hide in a line ends with it. */
    readLine: (node: Nodes): string => {
      const wasHidden = reader.isHidden();
      const text = readInside(node);
      if (wasHidden) return text;
      note();
      reader.endLine();
      return text;
    },
    end: (): readonly UnclosedElement[] => {
      note();
      return unclosed;
    },
  };
}
