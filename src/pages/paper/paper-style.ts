import type { PaperRules } from '../../model/book-file-rules.js';
import type { PaperSize } from '../../model/paper.js';
import { widthOf } from '../../text/display-width.js';
import { escapeFor } from '../../text/escape.js';

/** What the pages of a part of the book show at their head. */
export interface RunningHead {
  /** Selects the element that is on these pages. */
  readonly selector: string;
  readonly text: string;
}

/** A printed book, as far as its running heads go. */
interface HeadedBook {
  /** The head of left pages. */
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
  /** Millimetres that a head has. */
  readonly width: number;
}

/** The margins of a page, in millimetres; `inner` is where it is bound. */
type Margins = Readonly<Record<'top' | 'bottom' | 'inner' | 'outer', number>>;

/** What the pages of a printed book look like besides the theme's style. */
export interface PaperLook {
  readonly size: PaperSize;
  readonly margins: Margins;
  /** Points. */
  readonly text: number;
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Points in a millimetre. */
const POINTS = 72 / 25.4;

/** The style that depends on the book: size and margins of the page, wider where it is bound, and the running heads. */
export function writePaperStyle(look: PaperLook, heads: readonly RunningHead[]): string {
  const { size, margins, text } = look;
  const room = findRoom(look);
  return [
    `@page{size:${size.width}mm ${size.height}mm;margin:${margins.top}mm ${margins.outer}mm ${margins.bottom}mm ${margins.inner}mm}`,
    `@page :left{margin-left:${margins.outer}mm;margin-right:${margins.inner}mm}`,
    `@page :right{margin-left:${margins.inner}mm;margin-right:${margins.outer}mm}`,
    `:root{font-size:${text}pt;--page-width:${room.width}mm;--page-height:${room.height}mm}`,
    writeRunningHeads({ ...look, width: room.width }, heads),
    '',
  ].join('\n');
}

/**
 * The title of the book on left pages and the chapter on right ones, as in print; in books that open to the right, the other way round.
 * Each chapter has pages of a name of its own, so no two elements with heads can share a page.
 */
export function writeRunningHeads(
  { title, direction, width }: HeadedBook,
  heads: readonly RunningHead[],
): string {
  const columns = (width * POINTS) / (HEAD_SIZE * 0.5);
  const [own, other] = direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const write = (side: 'left' | 'right', head: string) =>
    `@top-${side}{content:"${escapeFor('css', shorten(head, columns))}"}`;
  const rules = heads.map(
    ({ selector, text }, at) =>
      `${selector}{page:head-${at + 1}}@page head-${at + 1}:${other}{${write(other, text)}}`,
  );
  return [`@page :${own}{${write(own, title)}}`, ...rules].join('\n');
}

/** The margins of A5, and its width. */
const MARGINS: Margins = { top: 18, bottom: 20, inner: 20, outer: 15 };
const WIDTH = 148;

/** The margins as they are configured, else those of A5 in proportion to the width of the page. */
export function settleMargins({ size, margins }: PaperRules): Margins {
  const settle = (side: keyof Margins) => margins[side] ?? Math.round((MARGINS[side] * size.width) / WIDTH);
  return { top: settle('top'), bottom: settle('bottom'), inner: settle('inner'), outer: settle('outer') };
}

/** What the margins leave of a page, in millimetres. */
export function findRoom({ size, margins }: Pick<PaperLook, 'size' | 'margins'>): PaperSize {
  return {
    width: Math.round((size.width - margins.inner - margins.outer) * 100) / 100,
    height: Math.round((size.height - margins.top - margins.bottom) * 100) / 100,
  };
}

/** Points, as in `paper.css`. */
const HEAD_SIZE = 8.5;

/** The text on one line of so many columns, by the estimated widths of its characters, cut between words. */
function shorten(text: string, columns: number): string {
  let [width, end] = [0, 0];
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) {
      const cut = text.slice(0, end);
      return `${cut.replace(/(?<!\s)\s+\S{0,12}$/, '')} …`;
    }
    end += character.length;
  }
  return text;
}
