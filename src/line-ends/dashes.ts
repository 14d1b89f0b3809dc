import { primaryTag } from './word-lists.js';

/** How often a dash stands between two words without blanks, and with blanks on both sides. */
interface DashUse {
  closed: number;
  open: number;
}

/** By the dash as it is written: `—`, `–`, `---`, `--`. */
export type DashCounts = Map<string, DashUse>;

const dashes = ['—', '–', '---', '--'] as const;
const closed = /(?<=[\p{L}\p{N}.,!?’”"')])([–—]|-{2,3})(?=[\p{L}“‘"'(])/gu;
const open = /(?<=\S)[ \u00a0]([–—]|-{2,3})[ \u00a0](?=\S)/gu;

/** Counts the dashes inside the lines of a text; those between two numbers are of another kind. */
export function countDashes(text: string): DashCounts {
  const counts: DashCounts = new Map();
  if (!/[–—]|--/.test(text)) return counts;
  for (const [, dash = ''] of text.matchAll(closed)) useOf(dash, counts).closed += 1;
  for (const [, dash = ''] of text.matchAll(open)) useOf(dash, counts).open += 1;
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
