import { pathBelowHome } from '../url/path-below-home.js';
import { endsPiece } from '../words/ends-piece.js';
import { numberText } from '../words/number-text.js';
import type { SearchPage } from './list-pages.js';
import type { SearchSetting } from './search-setting.js';

/** What pages are called and where they are, in pieces. */
export interface WrittenNames {
  readonly pieces: readonly string[];
  /** What the sections of each piece are called and how their pages begin; none unless asked for. */
  readonly excerpts: readonly string[];
  /** The number of the first section of each piece. */
  readonly firsts: readonly number[];
}

/** Characters of a piece: 24 KB on average, some hundred pages. */
const sizes = { least: 16 * 1024, most: 40 * 1024, mean: 8 * 1024 };

type Fields = readonly [url: string, heading: string, title: string];

/**
 * A line for each page: what its address, heading and title share with those of the line before (a number), and the rest;
 * then, for a page of several sections, which of its headings they begin with; the fields separated by tabs.
 */
export function writeNames(
  pages: readonly SearchPage[],
  { relativeUrls: withExcerpts, folder }: SearchSetting,
): WrittenNames {
  const [pieces, excerpts, firsts]: [string[], string[], number[]] = [[], [], []];
  let [piece, excerpt, section] = ['', '', 0];
  let previous: Fields = ['', '', ''];
  const endPiece = () => {
    pieces.push(piece);
    if (withExcerpts) excerpts.push(excerpt);
    [piece, excerpt, previous] = ['', '', ['', '', '']];
  };
  for (const entry of pages) {
    const { page, terms } = entry;
    const names: Fields = [pathBelowHome(page.url, folder), clean(page.heading), clean(page.title)];
    const length = page.title.length + page.heading.length;
    if (endsPiece(piece.length, { text: page.url, length }, sizes)) endPiece();
    if (piece === '') firsts.push(section);
    const coded = names.map((name, field) => frontCode(previous[field] ?? '', name));
    piece += `${[...coded, ...writeSections(entry)].join('\t')}\n`;
    if (withExcerpts) excerpt += writeExcerpts(entry);
    previous = names;
    section += terms.sections.length;
  }
  if (piece !== '') endPiece();
  return { pieces, excerpts, firsts };
}

/**
 * The number of the page's headings, and for each section after the first how many headings its own is behind that of the
 * section before: 1, unless one between them is left out, or 0 in a long section that is several.
 */
function writeSections({ headings, terms: { sections } }: SearchPage): readonly string[] {
  if (sections.length === 1) return [];
  const steps = sections
    .slice(1)
    .map(({ heading }, index) => numberText(heading - (sections[index]?.heading ?? 0)));
  return [numberText(headings.length), steps.join('')];
}

/** A line for each section: its heading's id and text, and for the first how the page begins. */
function writeExcerpts({ headings, excerpt, terms }: SearchPage): string {
  return terms.sections
    .map(({ heading }, index) => {
      const { id = '', text = '' } = headings[heading] ?? {};
      return `${clean(id)}\t${clean(text)}\t${index === 0 ? clean(excerpt) : ''}\n`;
    })
    .join('');
}

/** Without what separates lines and fields. */
function clean(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function frontCode(previous: string, text: string): string {
  let shared = 0;
  while (shared < previous.length && previous.charCodeAt(shared) === text.charCodeAt(shared)) shared += 1;
  return numberText(shared) + text.slice(shared);
}
