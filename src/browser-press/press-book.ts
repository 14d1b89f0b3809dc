import { createHash } from 'node:crypto';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { PaperBook, PaperLayout } from '../model/paper.js';
import { findMissingGlyphs } from './find-missing-glyphs.js';
import type { PdfFile } from './pdf-file.js';
import { printHtml } from './print-html.js';
import { type Browser, isBrowserFailure } from './start-browser.js';

/** A book as a finished PDF. */
export interface PressedPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** What is being done, for a line on the terminal. */
export type PaperStep = 'measuring' | 'printing' | 'finishing';

/** From so many pages on, a browser that failed may have had too much to do. */
const MANY_PAGES = 2000;

/**
 * Prints a book (book files, section 5):
 *
 * 1. once to learn on which page each chapter begins (without tags, which is faster);
 * 2. with these numbers in the contents, and the blank pages that right-hand starts need. Every number must then be the page that it
 *    names; if not, once more with what was learnt now. A wrong number is never written: `pdf/unsettled-pages`, and no file;
 * 3. outline, labels and metadata are added, and the characters that no font has are reported (`pdf/missing-glyph`).
 *
 * `pdf/browser-failed` for a browser that dies meanwhile. Null with an error.
 */
export async function pressBook(
  paper: PaperBook,
  browser: Browser,
  tell: (step: PaperStep) => void,
): Promise<Outcome<PressedPaper | null>> {
  let pages = 0;
  try {
    tell('measuring');
    let printed = await print(paper, FIRST, browser, false);
    pages = printed.pdf.pages;
    for (let round = 0; round < ROUNDS; round++) {
      tell('printing');
      const layout = foresee(paper, printed);
      printed = await print(paper, layout, browser, true);
      if (isAsForetold(printed.pdf, layout)) return await finish(paper, printed, tell);
    }
    return { value: null, diagnostics: [diagnose('pdf/unsettled-pages', {})] };
  } catch (error) {
    if (!isBrowserFailure(error)) throw error;
    const failed = diagnose('pdf/browser-failed', { reason: error.message, isLong: pages > MANY_PAGES });
    return { value: null, diagnostics: [failed] };
  }
}

const FIRST: PaperLayout = { numbers: new Map(), blanks: new Set() };
const ROUNDS = 2;

interface Printed {
  readonly layout: PaperLayout;
  /** SHA-256 of what was printed, hexadecimal. */
  readonly hash: string;
  readonly pdf: PdfFile;
}

async function print(
  paper: PaperBook,
  layout: PaperLayout,
  browser: Browser,
  isTagged: boolean,
): Promise<Printed> {
  const html = paper.write(layout);
  const bytes = await printHtml(browser, { html, readFile: paper.readFile, isTagged });
  // Loaded only now: half a megabyte that nothing else needs.
  const { readPdf } = await import('./pdf-file.js');
  return { layout, hash: createHash('sha256').update(html).digest('hex'), pdf: await readPdf(bytes) };
}

/** Where everything will lie once each start has come to the side that it wants: a blank page moves all that follows. */
export function foresee(
  { starts, startsOn }: Pick<PaperBook, 'starts' | 'startsOn'>,
  { layout, pdf: { numbers } }: { readonly layout: PaperLayout; readonly pdf: Pick<PdfFile, 'numbers'> },
): PaperLayout {
  const blanks = new Set<string>();
  /** From which page on, as it was printed, how many more pages there are before it now. */
  const moves: (readonly [from: number, by: number])[] = [];
  let [before, by] = [0, 0];
  for (const start of starts) {
    const number = numbers.get(start);
    if (number === undefined) continue;
    if (layout.blanks.has(start)) before += 1;
    const wanted = number - before + by;
    if (startsOn !== 'any' && (wanted % 2 === 1) !== (startsOn === 'right')) {
      blanks.add(start);
      by += 1;
    }
    moves.push([number, by - before]);
  }
  let [at, move] = [0, 0];
  const moved = [...numbers]
    .toSorted(([, one], [, other]) => one - other)
    .map(([name, number]) => {
      for (; (moves[at]?.[0] ?? Number.POSITIVE_INFINITY) <= number; at++) move = moves[at]?.[1] ?? move;
      return [name, number + move] as const;
    });
  return { blanks, numbers: new Map(moved) };
}

function isAsForetold({ numbers }: PdfFile, foretold: PaperLayout): boolean {
  return (
    numbers.size === foretold.numbers.size &&
    [...foretold.numbers].every(([name, number]) => numbers.get(name) === number)
  );
}

async function finish(
  { facts, outline, characters }: PaperBook,
  { hash, pdf }: Printed,
  tell: (step: PaperStep) => void,
): Promise<Outcome<PressedPaper>> {
  tell('finishing');
  const bytes = await pdf.finish(facts, outline, hash.slice(0, 32));
  const missing = findMissingGlyphs(characters.keys(), pdf.listCharacters());
  return { value: { bytes, pages: pdf.pages }, diagnostics: reportMissing(missing, characters) };
}

const SHOWN = 20;

function reportMissing(
  missing: readonly string[],
  characters: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const [first] = missing;
  if (first === undefined) return [];
  const shown = missing.slice(0, SHOWN).join(' ') + (missing.length > SHOWN ? ' …' : '');
  const where = characters.get(first) ?? '';
  const isEastAsian = missing.some((character) =>
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(character),
  );
  return [diagnose('pdf/missing-glyph', { characters: shown, count: missing.length, where, isEastAsian })];
}
