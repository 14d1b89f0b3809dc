import { primaryTag } from './word-lists.js';

/** How often a dash stands between two words without blanks, and with blanks on both sides. */
interface DashUse {
  closed: number;
  open: number;
}

/** By the dash as it is written: `—`, `–`, `---`, `--`. */
export type DashCounts = Map<string, DashUse>;

const dashes = ['—', '–', '---', '--'] as const;
const dash = /[–—]|-{2,}/g;
const endsWord = /[\p{L}\p{N}.,!?’”"')]$/u;
const beginsWord = /^[\p{L}“‘"'(]/u;
const blankBefore = /\S[ \u00a0]$/;
const blankBehind = /^[ \u00a0]\S/;

/** Counts the dashes inside the lines of a text; those between two numbers are of another kind. */
export function countDashes(text: string): DashCounts {
  const counts: DashCounts = new Map();
  for (const { 0: found, index } of text.matchAll(dash)) {
    if (found.length > 3) continue;
    const before = text.slice(Math.max(0, index - 2), index);
    const behind = text.slice(index + found.length, index + found.length + 2);
    if (endsWord.test(before) && beginsWord.test(behind)) useOf(found, counts).closed += 1;
    else if (blankBefore.test(before) && blankBehind.test(behind)) useOf(found, counts).open += 1;
  }
  return counts;
}

/** Adds those of a text to those of a book. */
export function addDashes(all: DashCounts, own: DashCounts): void {
  for (const [dash, { closed: more, open: others }] of own) {
    const use = useOf(dash, all);
    use.closed += more;
    use.open += others;
  }
}

function useOf(dash: string, counts: DashCounts): DashUse {
  const use = counts.get(dash) ?? { closed: 0, open: 0 };
  counts.set(dash, use);
  return use;
}

/** The dashes that a book sets closed, by what it does more often; in a tie as the language does: closed in English. */
export function listClosedDashes(counts: DashCounts, language: string): readonly string[] {
  const isClosedLanguage = primaryTag(language) === 'en';
  return dashes.filter((dash) => {
    const use = counts.get(dash) ?? { closed: 0, open: 0 };
    return use.closed === use.open ? isClosedLanguage : use.closed > use.open;
  });
}
