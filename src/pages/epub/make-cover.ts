import { diagnose } from '../../diagnostics/catalogue.js';
import type { Outcome } from '../../model/diagnostic.js';
import { displayWidth } from '../../text/display-width.js';
import { XML_ILLEGAL } from '../../text/escape.js';
import type { PageTools } from '../page-tools.js';
import type { BookFacts } from './describe-book.js';
import { PICTURE_TYPES, type ReadFile } from './pack-pictures.js';

/** The picture on the cover. */
export interface Cover {
  /** Its file: `cover.jpg`. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly isStored: boolean;
}

/** Pixels of the long side that shops ask for at least. */
const LEAST_SIDE = 1400;

/**
 * The cover of a book file: the picture that the owner gives (`books.cover`), for a part or without one an SVG made by the theme's
 * `book/cover.svg`. Reports `books/cover-not-found`, `books/cover-small`, and as an advice `books/no-cover`.
 */
export async function makeCover(
  facts: BookFacts,
  part: string | null,
  tools: PageTools,
  readFile: ReadFile,
): Promise<Outcome<Cover>> {
  const path = tools.context.config.books.cover.replace(/^\/+/, '');
  if (path === '' || part !== null) return drawCover(facts, part, tools);
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(PICTURE_TYPES, ending) ? PICTURE_TYPES[ending] : undefined;
  const content = readFile(path);
  if (content === null || type === undefined) {
    const drawn = await drawCover(facts, part, tools);
    return { ...drawn, diagnostics: [diagnose('books/cover-not-found', { path })] };
  }
  const size = tools.context.sizeOf(`/${encodeURI(path)}`);
  const side = Math.max(size?.width ?? 0, size?.height ?? 0);
  const isSmall = ending !== 'svg' && side > 0 && side < LEAST_SIDE;
  const small = isSmall ? [diagnose('books/cover-small', { path, side, least: LEAST_SIDE })] : [];
  return { value: { name: `cover.${ending}`, type, content, isStored: true }, diagnostics: small };
}

const [WIDTH, HEIGHT, EDGE] = [1600, 2400, 160];

async function drawCover(
  { title, authors, colour }: BookFacts,
  part: string | null,
  { context: { config }, engine, shared }: PageTools,
): Promise<Outcome<Cover>> {
  const size = title.length > 60 ? 110 : title.length > 24 ? 140 : 180;
  const columns = (WIDTH - 2 * EDGE) / (size * 0.52);
  const place = (lines: readonly string[], top: number, height: number) =>
    lines.map((text, at) => ({ text, y: top + at * height }));
  const cover = {
    ...{ width: WIDTH, height: HEIGHT, title, authors, colour, size, language: config.language },
    direction: config.place.direction,
    start: config.place.direction === 'rtl' ? WIDTH - EDGE : EDGE,
    lines: place(breakLines(title, columns), 640, Math.round(size * 1.25)),
    names: place(breakLines(authors.join(', '), 30), 2120, 108),
  };
  const { value, diagnostics } = await engine.render('book/cover.svg', { ...shared, cover });
  const advice = part === null ? [diagnose('books/no-cover', {})] : [];
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n${value.replace(XML_ILLEGAL, '')}`;
  return {
    value: { name: 'cover.svg', type: 'image/svg+xml', content, isStored: false },
    diagnostics: [...diagnostics, ...advice],
  };
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
