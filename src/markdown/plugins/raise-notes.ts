import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { findNoteNumbers, type NoteNumber } from '../../line-ends/note-numbers.js';
import { compileStateOf } from '../tree/compile-state.js';
import { readFlatText, type TextLeaf } from '../tree/flat-text.js';
import { markedText } from '../tree/marked-text.js';

const candidate = /(?:[.!?…,] ?["”]?|["”])\d/;

/**
 * Raises the numbers of notes that extraction has glued to the end of a sentence, and takes the blank away that it has put before
 * a closing quote: `connectivity. "1` is printed as it was. The text says the same; nothing is linked, for the note is elsewhere.
 *
 * @param isFor Whether that is wanted in a chapter, by its path.
 */
export const raiseNotes: Plugin<[(path: string) => boolean], Root> = (isFor) => (_tree, file) => {
  const { survey, job } = compileStateOf(file);
  if (!candidate.test(String(file)) || !isFor(job.path)) return;
  // Once is the word before the number itself.
  const seen = new Set(job.evidence?.forms.flatMap(([form, count]) => (count > 1 ? [form] : [])));
  for (const prose of survey.prose) {
    if (prose.type !== 'paragraph') continue;
    const flat = readFlatText(prose);
    if (flat === null || !candidate.test(flat.text)) continue;
    const numbers = findNoteNumbers(flat.text, (word) => seen.has(word));
    if (numbers.length > 0) raiseIn(prose, flat.leaves, numbers);
  }
};

/** Each text node that holds numbers becomes several; those of bare addresses stay. */
function raiseIn(parent: Parents, leaves: readonly TextLeaf[], numbers: readonly NoteNumber[]): void {
  parent.children = (parent.children as PhrasingContent[]).flatMap((node): PhrasingContent[] => {
    if (node.type !== 'text') {
      if ('children' in node) raiseIn(node, leaves, numbers);
      return [node];
    }
    const leaf = leaves.find((one) => one.node === node);
    if (leaf === undefined || leaf.address !== null) return [node];
    const own = numbers.filter(({ start, end }) => start >= leaf.start && end <= leaf.end);
    return own.length === 0 ? [node] : split(node, leaf.start, own);
  }) as typeof parent.children;
}

function split(node: Text, start: number, numbers: readonly NoteNumber[]): PhrasingContent[] {
  const text = (value: string): Text => ({ ...node, value });
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const number of numbers) {
    const [from, to] = [number.start - start, number.end - start];
    const blank = number.blank === null ? -1 : number.blank - start;
    const before =
      blank >= done
        ? node.value.slice(done, blank) + node.value.slice(blank + 1, from)
        : node.value.slice(done, from);
    pieces.push(text(before), markedText('sup', [text(node.value.slice(from, to))]));
    done = to;
  }
  return done < node.value.length ? [...pieces, text(node.value.slice(done))] : pieces;
}
