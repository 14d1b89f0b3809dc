import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  Nodes,
  Paragraph,
  Parents,
  Root,
  TableCell,
} from 'mdast';
import type { FormulaNode } from '../math/unmask-tree.js';
import type { Shortcode } from '../shortcodes/place-shortcodes.js';
import type { DefinitionTerm } from './definition-nodes.js';
import type { MarkedText } from './marked-text.js';

/** A node whose children are a line of text: the unit in which quotes pair. */
export type ProseNode = Paragraph | Heading | TableCell | DefinitionTerm;

/** A node with an address. */
export type Addressed = Link | Image | Definition;

/** A footnote's call, and the note that holds it if it stands in another note. */
export interface FootnoteCallSite {
  readonly reference: FootnoteReference;
  readonly inside: FootnoteDefinition | null;
}

/** What the plugins look for, each list in document order. Filled by one walk, so that no plugin walks again. */
export interface TreeSurvey {
  readonly prose: ProseNode[];
  readonly headings: Heading[];
  readonly addressed: Addressed[];
  readonly images: (Image | ImageReference)[];
  readonly blockquotes: Blockquote[];
  readonly html: Html[];
  /** Elements within a line that have an id of the author's. */
  readonly named: MarkedText[];
  readonly code: Code[];
  readonly formulas: FormulaNode[];
  /** Calls that stand in text, and calls in place of a block. */
  readonly shortcodes: Shortcode[];
  readonly footnoteCalls: FootnoteCallSite[];
  readonly footnoteDefinitions: FootnoteDefinition[];
  /** Levels below the root. */
  depth: number;
}

/** Walks a tree of any depth without recursion, and without changing it. */
export function surveyTree(tree: Root): TreeSurvey {
  const survey = emptySurvey();
  const stack: Step[] = [{ node: tree, depth: 0, inside: null }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (item.depth > survey.depth) survey.depth = item.depth;
    enter(item, survey);
    if ('children' in item.node) pushChildren(item.node, item, stack);
  }
  return survey;
}

interface Step {
  readonly node: Nodes;
  readonly depth: number;
  readonly inside: FootnoteDefinition | null;
}

/** Last child first, so that the first is popped first. */
function pushChildren(parent: Parents, step: Step, stack: Step[]): void {
  const inside = parent.type === 'footnoteDefinition' ? parent : step.inside;
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const child = parent.children[index];
    if (child !== undefined && child.type !== 'text')
      stack.push({ node: child, depth: step.depth + 1, inside });
  }
}

function emptySurvey(): TreeSurvey {
  return {
    prose: [],
    headings: [],
    addressed: [],
    images: [],
    blockquotes: [],
    html: [],
    named: [],
    code: [],
    formulas: [],
    shortcodes: [],
    footnoteCalls: [],
    footnoteDefinitions: [],
    depth: 0,
  };
}

function enter({ node, inside }: Step, survey: TreeSurvey): void {
  switch (node.type) {
    case 'heading':
      survey.headings.push(node);
      survey.prose.push(node);
      break;
    case 'paragraph':
    case 'tableCell':
    case 'definitionTerm':
      survey.prose.push(node);
      break;
    case 'imageReference':
      survey.images.push(node);
      break;
    case 'image':
      survey.images.push(node);
      survey.addressed.push(node);
      break;
    case 'link':
    case 'definition':
      survey.addressed.push(node);
      break;
    case 'blockquote':
      survey.blockquotes.push(node);
      break;
    case 'html':
      survey.html.push(node);
      break;
    case 'markedText':
      if (node.data.hProperties?.['id'] !== undefined) survey.named.push(node);
      break;
    case 'code':
      survey.code.push(node);
      break;
    case 'shortcode':
      survey.shortcodes.push(node);
      break;
    case 'formula':
      survey.formulas.push(node);
      break;
    case 'footnoteReference':
      survey.footnoteCalls.push({ reference: node, inside });
      break;
    case 'footnoteDefinition':
      survey.footnoteDefinitions.push(node);
      break;
  }
}
