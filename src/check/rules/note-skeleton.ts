import type { List, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { TextEdit } from '../../editing/text-edit.js';
import { findNoteNumbers } from '../../line-ends/note-numbers.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** A number of a note in the text, by its places in the file. */
interface Call {
  readonly digits: string;
  /** The number, with a count behind it where a page has begun to count again: `1`, `1-2`. */
  readonly label: string;
  /** What stands before it, as messages name it. */
  readonly behind: string;
  readonly blank: number | null;
  readonly start: number;
}

/**
 * The numbers that pages raise (`text.mend`, notes) as references, `[^1]`, with their notes: those of a numbered list below them
 * that has an entry for each, else a skeleton at the end of the chapter for its author to fill in. One finding,
 * `text/lost-footnote` at the first number; none where a number is there twice or they do not rise, and in chapters with
 * notes of their own, for nobody can tell then which is which.
 */
export function mendNotes(chapter: CheckedChapter): readonly Finding[] {
  const { survey, text, placeAt } = chapter;
  if (survey.footnoteDefinitions.length > 0 || survey.footnoteCalls.length > 0) return [];
  const calls = findCalls(chapter);
  const [first] = calls;
  if (first === undefined || first.digits.startsWith('0')) return [];
  const listed = findListed(calls, chapter);
  const notes = listed ?? [{ start: text.length, end: text.length, text: writeSkeleton(calls, text) }];
  const fix = [...calls.flatMap(writeCall), ...notes];
  const place = placeAt(first.start, first.start + first.digits.length);
  const diagnostic = diagnose('text/lost-footnote', first, place);
  return [{ diagnostic, fix, change: announce(calls, listed !== null) }];
}

function findCalls(chapter: CheckedChapter): readonly Call[] {
  const counts = new Map<string, number>();
  return findNumbers(chapter).map((call) => {
    const count = (counts.get(call.digits) ?? 0) + 1;
    counts.set(call.digits, count);
    return { ...call, label: count === 1 ? call.digits : `${call.digits}-${count}` };
  });
}

function findNumbers({ prose, evidence }: CheckedChapter): readonly Omit<Call, 'label'>[] {
  // Once is the word before the number itself.
  const seen = new Set(evidence.forms.flatMap(([form, count]) => (count > 1 ? [form] : [])));
  return prose.flatMap(({ node, text, offsetAt }) => {
    if (node.type !== 'paragraph' || !/\d/.test(text)) return [];
    return findNoteNumbers(text, (word) => seen.has(word)).map(({ blank, start, end }) => {
      const before = text.slice(Math.max(0, start - 80), start);
      const behind = /["”]$/.test(before)
        ? 'the closing quote'
        : `"${/(?<!\S)\S*$/.exec(before)?.[0] ?? ''}"`;
      const digits = text.slice(start, end);
      return { digits, behind, blank: blank === null ? null : offsetAt(blank), start: offsetAt(start) };
    });
  });
}

function writeCall({ digits, label, blank, start }: Call): readonly TextEdit[] {
  const call = { start, end: start + digits.length, text: `[^${label}]` };
  return blank === null ? [call] : [{ start: blank, end: blank + 1, text: '' }, call];
}

function writeSkeleton(calls: readonly Call[], text: string): string {
  const gap = text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return gap + calls.map(({ label }) => `[^${label}]:\n`).join('');
}

/** The notes of a list below the last number, as edits of the marks of its entries; null where it has not one for each. */
function findListed(calls: readonly Call[], { tree, text, shift }: CheckedChapter): TextEdit[] | null {
  const last = calls.at(-1)?.start ?? 0;
  const startOf = ({ position }: RootContent) => (position?.start.offset ?? 0) + shift;
  const lists = tree.children.filter(
    (node): node is List => node.type === 'list' && node.ordered === true && startOf(node) > last,
  );
  const items = lists.flatMap(({ start, children }) =>
    children.map((item, at) => ({ item, number: (start ?? 1) + at })),
  );
  const isOne = ({ item, number }: (typeof items)[number], at: number) =>
    item.children.length === 1 &&
    item.children[0]?.type === 'paragraph' &&
    number === Number(calls[at]?.digits);
  if (items.length !== calls.length || !items.every(isOne)) return null;
  return items.map(({ item, number }) => {
    const start = startOf(item);
    const mark = /^\d+[.)]/.exec(text.slice(start, start + 12))?.[0].length ?? 0;
    return { start, end: start + mark, text: `[^${number}]:` };
  });
}

/** Each number becomes a link to its note; notes are numbered anew, from 1. */
function announce(calls: readonly Call[], isListed: boolean): Required<Finding>['change'] {
  const count = calls.length;
  const numbers = calls.map((_, at) => at + 1);
  const addresses = numbers.flatMap((number) => [` href="#fn:${number}"`, ` href="#fnref:${number}"`]);
  const lists = isListed ? ([-count, 1] as const) : ([1, 1] as const);
  return {
    lost: calls.map(({ digits }) => digits).join(''),
    won: numbers.join('') + '\u21a9\ufe0e'.repeat(count),
    elements: {
      ...Object.fromEntries(addresses.map((address) => [address, [1, 1] as const])),
      section: [1, 1],
      ol: lists,
      li: isListed ? [0, 0] : [count, count],
      p: [0, count],
      a: [2 * count, 2 * count],
      sup: [0, count],
    },
  };
}
