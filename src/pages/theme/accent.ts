import 'culori/css';
import {
  type Color,
  clampChroma,
  colorsNamed,
  converter,
  formatHex,
  type Oklch,
  parse,
  wcagContrast,
} from 'culori/fn';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Accent, AccentStyle } from '../../model/accent.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { nearestWord } from '../../text/nearest.js';
import { hashInline } from './inline-scripts.js';

/** The papers of the theme, as in `templates/assets/tokens.css`. */
export const PAPERS: Accent = { light: '#fffdf8', sepia: '#f4ecd8', dark: '#16181a', black: '#000000' };

/** A colour as pages use it. */
interface ComputedAccent {
  readonly accent: Accent;
  readonly style: AccentStyle;
}

/** Accents by what the front matter says. */
export interface Accents {
  /** Null for a page without a colour or with one that is none. */
  readonly find: (page: Page) => ComputedAccent | null;
  /** Reports `accent/unknown-colour` at the key. */
  readonly check: (page: Page) => readonly Diagnostic[];
}

/** The accents of a book; each colour is computed once. The only user of culori. */
export function createAccents(): Accents {
  const known = new Map<string, ComputedAccent | null>();
  const find = ({ head }: Page): ComputedAccent | null => {
    const written = head.frontMatter.accent;
    if (written === undefined) return null;
    const cached = known.get(written);
    if (cached !== undefined) return cached;
    const accent = computeAccent(written);
    const computed = accent === null ? null : { accent, style: styleAccent(accent) };
    known.set(written, computed);
    return computed;
  };
  const check = (page: Page): readonly Diagnostic[] => {
    const { frontMatter, places } = page.head;
    const value = frontMatter.accent;
    if (value === undefined || find(page) !== null) return [];
    const place = places['c'] ?? places['color'] ?? places['accent'];
    return [diagnose('accent/unknown-colour', { value, nearest: suggestColour(value) }, place)];
  };
  return { find, check };
}

const PAPER_NAMES = ['light', 'sepia', 'dark', 'black'] as const;

/** Custom properties and nothing else: whatever the front matter says, only `#rrggbb` gets here. */
function styleAccent(accent: Accent): AccentStyle {
  const css = `:root{${PAPER_NAMES.map((name) => `--accent-${name}:${accent[name]}`).join(';')}}`;
  return { css, hash: hashInline(css) };
}

/**
 * The colour made readable on each paper (reading, section 5.3): hue kept, chroma at most 0.19, and only the
 * lightness moved until the contrast is 4.5, aiming at 4.7. Null for what is no CSS colour. Transparency is ignored.
 */
export function computeAccent(written: string): Accent | null {
  const colour = parseColour(written.trim());
  if (colour === null) return null;
  const on = (paper: string) => makeReadable(colour, paper);
  return { light: on(PAPERS.light), sepia: on(PAPERS.sepia), dark: on(PAPERS.dark), black: on(PAPERS.black) };
}

const ENOUGH = 4.5;
const AIM = 4.7;
const MAX_CHROMA = 0.19;
/** Halvings of the lightness: finer than one step of `#rrggbb`. */
const STEPS = 12;

const toOklch = converter('oklch');
const toRgb = converter('rgb');

function parseColour(written: string): Oklch | null {
  // Culori also reads hexadecimal digits without their mark, and with them words such as "bad" and "add".
  const colour = /^[0-9a-f]+$/i.test(written) ? undefined : parse(written);
  return colour === undefined ? null : toOklch({ ...colour, alpha: 1 });
}

function makeReadable(colour: Oklch, paper: string): string {
  const capped = { ...colour, l: clamp(colour.l), c: Math.min(colour.c, MAX_CHROMA) };
  const own = toHex(capped);
  if (wcagContrast(own, paper) >= ENOUGH) return own;
  // From the far end, where contrast is greatest, as near to the colour's own lightness as contrast allows.
  let [far, near] = [wcagContrast('#000', paper) > wcagContrast('#fff', paper) ? 0 : 1, capped.l];
  for (let step = 0; step < STEPS; step++) {
    const l = (far + near) / 2;
    if (wcagContrast(toHex({ ...capped, l }), paper) >= AIM) far = l;
    else near = l;
  }
  return toHex({ ...capped, l: far });
}

function toHex(colour: Oklch): string {
  return formatHex(toRgb(clampChroma<Color>(colour, 'oklch')));
}

function clamp(lightness: number): number {
  return Math.min(1, Math.max(0, lightness));
}

function suggestColour(written: string): string | null {
  if (/^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(written)) return `#${written}`;
  return nearestWord(written.replace(/[\s_-]/g, ''), Object.keys(colorsNamed));
}
