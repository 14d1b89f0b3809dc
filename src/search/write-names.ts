import type { Config } from '../model/config.js';
import type { Heading } from '../model/rendered.js';
import { numberText } from '../text/number-text.js';
import { pathBelowHome } from '../text/path-below-home.js';
import type { SearchPage } from './list-pages.js';

/** What sections are called and where they are, in pieces. */
export interface WrittenNames {
  readonly pieces: readonly string[];
  /** How the pages of each piece begin, a line for each section; none unless asked for. */
  readonly excerpts: readonly string[];
  /** The number of the first section of each piece. */
  readonly firsts: readonly number[];
}

/** Characters after which a piece ends. Larger than other pieces: those found stand all over the book. */
const PIECE = 56 * 1024;

type Fields = readonly [url: string, heading: string, title: string];

/**
 * A line for each section: what its page's address, heading and title share with those of the line before (a number, then
 * the rest), then the section's id and heading; the fields separated by tabs.
 */
export function writeNames(
  pages: readonly SearchPage[],
  { relativeUrls: withExcerpts, place: { folder } }: Pick<Config, 'relativeUrls' | 'place'>,
): WrittenNames {
  const [pieces, excerpts, firsts]: [string[], string[], number[]] = [[], [], []];
  let [piece, excerpt, section] = ['', '', 0];
  let previous: Fields = ['', '', ''];
  const endPiece = () => {
    pieces.push(piece);
    if (withExcerpts) excerpts.push(excerpt);
    [piece, excerpt, previous] = ['', '', ['', '', '']];
  };
  for (const page of pages) {
    const names: Fields = [
      pathBelowHome(page.page.url, folder),
      clean(page.page.heading),
      clean(page.page.title),
    ];
    for (const { heading } of page.terms.sections) {
      if (piece.length >= PIECE) endPiece();
      if (piece === '') firsts.push(section);
      piece += `${names.map((name, field) => frontCode(previous[field] ?? '', name)).join('\t')}${place(page.headings[heading])}\n`;
      excerpt += `${heading === -1 ? clean(page.excerpt) : ''}\n`;
      previous = names;
      section += 1;
    }
  }
  if (piece !== '') endPiece();
  return { pieces, excerpts, firsts };
}

function place(heading: Heading | undefined): string {
  return heading === undefined ? '' : `\t${clean(heading.id)}\t${clean(heading.text)}`;
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
