import type { FindMarks, TextMark } from './find-marks.js';

/** A paragraph of a chapter with what is to be marked in it. */
export interface Passage {
  readonly block: Element;
  /** The id of the heading above it, or its own; empty before the first. */
  readonly section: string;
  readonly text: BlockText;
  readonly marks: readonly TextMark[];
}

/** A block's text as it is read, and the nodes that it comes from. */
export interface BlockText {
  readonly text: string;
  /** Each with the offset at which it starts. */
  readonly nodes: readonly (readonly [node: Text, start: number])[];
}

const BLOCKS = 'p, li, pre, td, th, dt, dd, figcaption, h1, h2, h3, h4, h5, h6';
/** What stands in a block and is not its text: numbers of notes, and what a template marks so. */
const ASIDE = '.footnote-ref, .footnote-backref, [data-nosearch], .nosearch, script, style, button';
/** How much another of the words counts against one more place of the same. */
const VARIETY = 8;

/** Every block of a chapter's text, in order, with its marks. `null` is the document's own. */
export function listPassages(body: ParentNode, findMarks: FindMarks): readonly Passage[] {
  let section = '';
  const blocks = [...body.querySelectorAll(BLOCKS)].flatMap((block): readonly Omit<Passage, 'marks'>[] => {
    if (isHeading(block)) section = block.id;
    if (block.closest(ASIDE) !== null || block.querySelector(BLOCKS) !== null) return [];
    return [{ block, section, text: readText(block) }];
  });
  const marks = findMarks(blocks.map(({ text }) => text.text));
  return blocks.map((block, at) => ({ ...block, marks: marks[at] ?? [] }));
}

/**
 * The passage in a section that says most; where none has a mark, as below a title that was found, how the section begins; null
 * in an empty page. Notes belong to any section, and a page whose sections are not known (`id` is null) is one.
 */
export function choosePassage(passages: readonly Passage[], id: string | null): Passage | null {
  const marked = passages.filter(({ marks }) => marks.length > 0);
  const inside = passages.filter(({ section }) => section === id);
  const notes = marked.filter(({ block }) => block.closest('.footnotes') !== null);
  const found = best(marked.filter(({ section }) => section === id)) ?? best(notes);
  return (id === null ? null : found) ?? best(marked) ?? best(inside) ?? best(passages);
}

/** The text to show of a passage: below a heading, which a result names anyway, that of the paragraph that follows. */
export function passageText({
  block,
  text,
  marks,
}: Passage): Pick<Passage, 'marks'> & { readonly text: string } {
  const next = isHeading(block) ? block.nextElementSibling : null;
  return next?.matches('p') ? { text: readText(next).text, marks: [] } : { text: text.text, marks };
}

function isHeading({ tagName }: Element): boolean {
  return /^H\d$/.test(tagName);
}

function best(passages: readonly Passage[]): Passage | null {
  // A heading is shown above its passage anyway.
  const worth = ({ block, marks }: Passage) =>
    (isHeading(block) ? 0 : 1) *
    (new Set(marks.map(({ group }) => group)).size * VARIETY + Math.min(marks.length, VARIETY - 1));
  const [first, ...others] = passages;
  if (first === undefined) return null;
  return others.reduce((chosen, passage) => (worth(passage) > worth(chosen) ? passage : chosen), first);
}

/** The headings of a chapter's text, in order. */
export function listHeadings(body: ParentNode): readonly Element[] {
  return [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')];
}

/** The text of a block as it is read. */
export function readText(block: Element): BlockText {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: (readonly [Text, number])[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) && node.nodeType !== Node.TEXT_NODE) continue;
    if (node.parentElement?.closest(ASIDE)) continue;
    nodes.push([node as Text, text.length]);
    text += (node as Text).data;
  }
  return { text, nodes };
}
