import { diagnose } from '../../diagnostics/catalogue.js';
import type { TextEdit } from '../../editing/text-edit.js';
import { bullets } from '../../text/bullets.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { ProseText } from '../prose.js';

const bullet = new RegExp(`(?:^|\\n)([${bullets}])[ \\t\\u00a0]+(?=\\S)`, 'g');
const candidate = new RegExp(`[${bullets}]`);
/** By how deep a list is that word processors print them in. */
const levels = ['•‣●∙·►➢➤\uf0b7', '◦○⁃▸', '▪▫■□\uf0a7'];
const endsSentence = /[.!?…。！？]["'”’)\]]*\s*$/;

/**
 * Reports `text/lost-list`, once a paragraph: lines that begin with a bullet of print, which Markdown takes for a running
 * text. Dashes mend it, indented by how deep the bullets stand; not where a sentence below the last one may be the
 * text that goes on.
 */
export function checkLostLists({ prose, placeAt, text: source }: CheckedChapter): readonly Finding[] {
  return prose.flatMap((paragraph) => {
    const { node, text, offsetAt } = paragraph;
    if (node.type !== 'paragraph' || !candidate.test(text)) return [];
    const items = findItems(paragraph, source);
    const [first] = items;
    if (first === undefined) return [];
    const at = offsetAt(first.index);
    const diagnostic = diagnose('text/lost-list', { mark: first.mark }, placeAt(at, at + 1));
    if (goesOnBelow(text, items.at(-1)?.index ?? 0)) return [{ diagnostic }];
    const count = items.length;
    const change = {
      lost: items.map(({ mark }) => mark).join(''),
      elements: { li: [count, count], ul: [0, count], p: [-1, count], br: [-count, 0] },
    } as const;
    return [{ diagnostic, fix: writeDashes(paragraph, items, source), change }];
  });
}

/** A line that begins with a bullet. */
interface Item {
  readonly mark: string;
  /** Of the bullet in the prose, and of what follows it. */
  readonly index: number;
  readonly textIndex: number;
  /** In the source, of the line and of the bullet. */
  readonly lineStart: number;
  readonly start: number;
}

function findItems({ text, offsetAt }: ProseText, source: string): readonly Item[] {
  return [...text.matchAll(bullet)].map((found) => {
    const index = found.index + found[0].search(candidate);
    const start = offsetAt(index);
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    const textIndex = found.index + found[0].length;
    return { mark: found[1] ?? '', index, textIndex, lineStart, start };
  });
}

/** Whether a sentence begins on a line below the last item, which ends one: nobody can tell whether the list is over. */
function goesOnBelow(text: string, lastItem: number): boolean {
  const lines = text.slice(lastItem).split('\n');
  return lines.some(
    (line, index) => index > 0 && endsSentence.test(lines[index - 1] ?? '') && /^\p{Lu}/u.test(line),
  );
}

function writeDashes({ offsetAt }: ProseText, items: readonly Item[], source: string): readonly TextEdit[] {
  const start = offsetAt(0);
  const first = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  // What holds the paragraph is written before its first line, in marks of which lists need the room only.
  const lead = first.replace(/[^>\t]/g, ' ');
  const depths = measureDepths(items, source);
  return items.map((item, index) => ({
    start: item.index === 0 ? item.start : item.lineStart,
    end: offsetAt(item.textIndex),
    text: item.index === 0 ? '- ' : `${lead}${'  '.repeat(depths[index] ?? 0)}- `,
  }));
}

/** How deep each item is: below one that has a smaller indent, or, at the same one, a bullet of a higher level. */
function measureDepths(items: readonly Item[], source: string): readonly number[] {
  const open: { readonly indent: number; readonly level: number }[] = [];
  return items.map(({ mark, lineStart, start }) => {
    const indent = source.slice(lineStart, start).replaceAll('\t', '    ').length;
    const level = levels.findIndex((marks) => marks.includes(mark));
    while (open.length > 0) {
      const above = open.at(-1);
      if (above === undefined || above.indent < indent || (above.indent === indent && above.level < level))
        break;
      open.pop();
    }
    open.push({ indent, level });
    return open.length - 1;
  });
}
