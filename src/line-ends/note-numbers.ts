/** A number that was raised in print, and the blank before its closing quote, by their places in a text. */
export interface NoteNumber {
  /** Of the blank that stands before the closing quote; null where there is none. */
  readonly blank: number | null;
  readonly start: number;
  readonly end: number;
}

/** `connectivity. "1`, `world.”58`, `person”1 That`, `nation.1 The`: what is before the number is looked at apart. */
const behindQuote = /([.!?…,\p{L}\p{M})]) ?(["”])(\d{1,3})(?=[\s.,;:)]|$)/gu;
/** A sentence is over, or goes on with its own stop. */
const ends = /^(?:[.,;:)]|\s+["“‘'(]?\p{Lu}|\s*$)/u;
/** Begins with the rare thing: a pattern that begins with the word looks at every word of a book. */
const behindStop = /[.!?](\d{1,3})(?=\s+["“‘'(]?\p{Lu}|\s*$)/gu;
const lastWord = /(?<![\p{L}\p{M}-])\p{L}[\p{L}\p{M}]{2,}$/u;
/** As far as a word reaches. */
const reach = 40;
/** Words that are cited with a number behind their full stop: "vol.2", "fig.3", and books of the Bible. */
const cited = new Set(
  'vol vols fig figs nos app art arts chap chaps sect sec par pars eqn tab bd abb kap abs version ver plate pls cat ref refs line note gen exod lev num deut josh judg sam kgs chron ezra neh esth psalm prov eccles isa jer lam ezek dan hos mic nah hab zeph hag zech mal matt mark luke john acts rom cor gal eph phil col thess tim tit philem heb jas pet rev'.split(
    ' ',
  ),
);

/** The words before a number behind a full stop, in lower case: the rest of the book says whether they are words. */
export function listNotedWords(text: string): readonly string[] {
  return findStopped(text).map(({ word }) => word);
}

function findStopped(text: string) {
  return [...text.matchAll(behindStop)].flatMap(({ index, 0: all, 1: digits = '' }) => {
    const word = lastWord.exec(text.slice(Math.max(0, index - reach), index))?.[0].toLowerCase();
    const end = index + all.length;
    return word === undefined || cited.has(word) ? [] : [{ word, start: end - digits.length, end }];
  });
}

/**
 * The numbers of lost notes in the text of a paragraph: behind a closing quote, also where a blank was put before it, and
 * behind the full stop of a sentence whose last word the book has elsewhere.
 */
export function findNoteNumbers(text: string, isSeen: (word: string) => boolean): readonly NoteNumber[] {
  const quoted = [...text.matchAll(behindQuote)].flatMap(
    ({ index, 0: all, 1: stop = '', 2: quote, 3: digits = '' }) => {
      const hasBlank = all.includes(' ');
      const end = index + all.length;
      const isStop = /^[.!?…]$/.test(stop);
      const behind = text.slice(end, end + reach);
      // After a blank a quote may open: it closes one that is open, and ends a sentence; at the end of all it opens nothing.
      const isLast = hasBlank && behind.trim() === '';
      const isClosing = quote === '”' || isLast || isOpen(text.slice(0, index + 1));
      if (!isClosing || (hasBlank && !isStop) || (!isStop && stop !== ',' && !ends.test(behind))) return [];
      return [{ blank: hasBlank ? index + 1 : null, start: end - digits.length, end }];
    },
  );
  const stopped = findStopped(text).flatMap(({ word, start, end }) =>
    isSeen(word) ? [{ blank: null, start, end }] : [],
  );
  return [...quoted, ...stopped].sort((a, b) => a.start - b.start);
}

/** Whether a double quote is open at the end of a text. */
function isOpen(text: string): boolean {
  const marks = text.match(/["“”]/g) ?? [];
  return marks.reduce((depth, mark) => (mark === '“' || (mark === '"' && depth === 0) ? 1 : 0), 0) > 0;
}
