import type { Nodes, Root } from 'mdast';
import { type CheckedChapter, openCheckedChapter } from '../../check/checked-chapter.js';
import { readQuotes } from '../../check/read-quotes.js';
import { checkQuotes } from '../../check/rules/quotes.js';
import { editDecoded } from '../../editing/edit-decoded.js';
import { normalizeText } from '../../editing/raw-lines.js';
import type { TextEdit } from '../../editing/text-edit.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import type { Chapter } from '../../model/chapter.js';
import type { FileChange } from '../../output/file-change.js';
import { gatherSiteEvidence } from '../../pipeline/gather-site-evidence.js';
import { breakPattern } from '../../text/unspaced.js';
import { listOwnChapters, type Manuscript } from '../manuscript/open-manuscript.js';
import { isWrapped, joinLines, type LineStyle } from './join-lines.js';
import type { Repair } from './repair.js';
import { setJoints } from './set-joints.js';

/** What would be done to one chapter. */
export interface TidyChapter {
  readonly change: FileChange;
  /** Corrections of the text, by place. */
  readonly repairs: readonly Repair[];
  /** Paragraphs whose lines are broken in another way. */
  readonly paragraphs: number;
}

/**
 * Works out tidy chapters in one language, for those whose file is asked for:
 *
 * 1. what line ends have taken apart is set as pages set it, and quotes are repaired;
 * 2. hard-wrapped lines are joined, to one line a paragraph or a sentence;
 * 3. the tree of the result is compared with that of step 1: a chapter that would read differently keeps its lines.
 *
 * Code, tables, verse and front matter stay byte for byte. Doing it twice changes nothing more.
 */
export function planTidy(
  manuscript: Manuscript,
  isAsked: (file: string) => boolean,
  style: LineStyle,
  parse: ParseMarkdown,
): readonly TidyChapter[] {
  const own = listOwnChapters(manuscript);
  const asked = own.filter(({ file }) => isAsked(file));
  const evidence = gatherSiteEvidence([manuscript]);
  const { language } = manuscript.inputs.config;
  return asked.flatMap((chapter) => {
    const file = manuscript.files.get(chapter.file);
    if (file === undefined) return [];
    const raw = Buffer.from(file.bytes).toString('utf8');
    const open = (text: string) =>
      openCheckedChapter(chapter, normalizeText(text), {
        language,
        parse,
        evidence: evidence.get(chapter.file),
      });
    const tidied = tidyChapter(raw, chapter, { style, open });
    if (tidied.text === raw) return [];
    const { repairs, paragraphs } = tidied;
    const change = { file: chapter.file, before: file.bytes, after: Buffer.from(tidied.text) };
    return [{ change, repairs, paragraphs }];
  });
}

/** What a chapter is tidied with. */
export interface Tidying {
  readonly style: LineStyle;
  readonly open: (text: string) => CheckedChapter | null;
}

/** The text of a file as it should be, without front matter changed: see `planTidy`. */
export function tidyChapter(
  raw: string,
  chapter: Pick<Chapter, 'bodyStart'>,
  { style, open }: Tidying,
): { readonly text: string; readonly repairs: readonly Repair[]; readonly paragraphs: number } {
  const checked = open(raw);
  if (checked === null) return { text: raw, repairs: [], paragraphs: 0 };
  const repairs = [...setJoints(checked), ...repairQuotes(flatten(checked))].sort(
    (a, b) => startOf(a) - startOf(b),
  );
  const edits = repairs.flatMap((repair) => repair.edits).sort((a, b) => a.start - b.start);
  const repaired = editDecoded(raw, edits);
  const before = open(repaired);
  const joins = before === null ? [] : joinLines(before, style);
  const joined = editDecoded(repaired, joins.flat());
  const after = joins.length === 0 ? before : open(joined);
  const reads = before !== null && after !== null && shapeOf(before.tree) === shapeOf(after.tree);
  if (!reads || chapter.bodyStart !== after.shift) return { text: repaired, repairs, paragraphs: 0 };
  return { text: joined, repairs, paragraphs: joins.length };
}

function startOf({ edits: [first] }: Repair): number {
  return first?.start ?? 0;
}

/** The paragraphs with their lines joined, so that quotes are read as they will be the next time; offsets stay. */
function flatten(checked: CheckedChapter): CheckedChapter {
  const prose = checked.prose.map((paragraph) =>
    isWrapped(paragraph) ? { ...paragraph, text: paragraph.text.replaceAll('\n', ' ') } : paragraph,
  );
  return { ...checked, prose };
}

/** Quotes that are half straight and half curly; and the space before one that closes, in front of a lost note's number. */
function repairQuotes(checked: CheckedChapter): readonly Repair[] {
  const mixed = checkQuotes(checked).flatMap(({ diagnostic, fix = [] }) =>
    fix.map((edit) => describeRepair(edit, diagnostic.line ?? 1, checked.text)),
  );
  return [...mixed, ...dropSpaces(checked)];
}

/** A repair with the words that it touches. */
function describeRepair(edit: TextEdit, line: number, text: string): Repair {
  const left = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, edit.start - 30), edit.start))?.[0] ?? '';
  const right = /^\S*/.exec(text.slice(edit.end, edit.end + 30))?.[0] ?? '';
  const before = `${left}${text.slice(edit.start, edit.end)}${right}`;
  return { edits: [edit], line, before, after: `${left}${edit.text}${right}`, other: null };
}

function dropSpaces(checked: CheckedChapter): readonly Repair[] {
  const { prose, placeAt } = checked;
  return prose.flatMap(({ node, text, offsetAt }) =>
    node.type !== 'paragraph'
      ? []
      : readQuotes(text).pairs.flatMap(({ close: { at } }) => {
          if (!/^[.,;:!?\p{L}] ["”]\d{1,3}(?!\d)/u.test(text.slice(at - 2, at + 4))) return [];
          const start = offsetAt(at - 1);
          const edit = { start, end: start + 1, text: '' };
          return [describeRepair(edit, placeAt(start, start).line ?? 1, checked.text)];
        }),
  );
}

/** What begins and ends a node in the text of a tree. */
const [begin, inside, end] = ['\u0001', '\u0002', '\u0003'];
const meaningless = breakPattern(`${begin}[^${inside}]*${inside}|${end}`, 'gu');

/**
 * A tree without places as a text, with every run of blanks as one space and without the line breaks that mean nothing:
 * what a reader sees. Two chapters of equal shape read alike.
 */
function shapeOf(tree: Root): string {
  return write(tree).replace(meaningless, '').replace(/\s+/g, ' ');
}

function write(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const facts = JSON.stringify({ ...node, position: undefined, children: undefined });
  const children = 'children' in node ? node.children.map(write).join('') : '';
  return `${begin}${facts.replaceAll('\\n', ' ')}${inside}${children}${end}`;
}
