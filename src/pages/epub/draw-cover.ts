import { displayWidth } from '../../text/display-width.js';
import { escapeFor } from '../../text/escape.js';

/** What a cover that is made says. */
export interface CoverWords {
  readonly title: string;
  readonly author: string;
  /** A colour that is dark enough for white text: `#rrggbb`. */
  readonly colour: string;
  readonly language: string;
}

const [WIDTH, HEIGHT] = [1600, 2400];

/** A cover as SVG: the title on the book's colour, its lines broken by their estimated widths, and the author below. */
export function drawCover({ title, author, colour, language }: CoverWords): string {
  const size = title.length > 60 ? 110 : title.length > 24 ? 140 : 180;
  const lines = breakLines(title, (WIDTH - 320) / (size * 0.52));
  const names = breakLines(author, 32);
  const write = (texts: readonly string[], top: number, height: number) =>
    texts
      .map((text, at) => `<text x="160" y="${top + at * height}">${escapeFor('xml', text)}</text>`)
      .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" xml:lang="${escapeFor('xml', language)}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour}"/>
<path d="M160 420h1280M160 1980h1280" stroke="#ffffff" stroke-width="6"/>
<g fill="#ffffff" font-family="Georgia, 'Times New Roman', serif" font-size="${size}">${write(lines, 640, Math.round(size * 1.25))}</g>
<g fill="#ffffff" font-family="Georgia, 'Times New Roman', serif" font-size="84">${write(names, 2120, 108)}</g>
</svg>
`;
}

/** Lines of at most so many columns, broken between words, and within one that is too long. */
function breakLines(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((long) => cutWord(long, columns))) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && displayWidth(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function cutWord(word: string, columns: number): readonly string[] {
  const pieces: string[] = [''];
  for (const character of word) {
    if (displayWidth(pieces.at(-1) + character) > columns) pieces.push('');
    pieces[pieces.length - 1] += character;
  }
  return pieces;
}
