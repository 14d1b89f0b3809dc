import type { HighlightConfig } from '../../model/markdown-config.js';

/** How one listing is printed. */
export interface CodeOptions {
  readonly language: string;
  readonly coloured: boolean;
  readonly numbers: HighlightConfig['numbers'];
  /** Number of the first line. */
  readonly start: number;
  /** Lines to set off, counted from 1 whatever `start` says: `2-4 7`. */
  readonly marked: string;
  /** What the ids of the lines begin with, before a hyphen and the line's number; `''` for none. */
  readonly anchors: string;
  /** Stands above the listing, a file's name for instance. Plain text; `''` for none. */
  readonly title: string;
  /** `''` for none. */
  readonly id: string;
  readonly classes: readonly string[];
}

/** The options that an author gave, by name in small letters; `class` may name several. */
export type WrittenOptions = ReadonlyMap<string, string>;

const titleNames = ['title', 'filename', 'name', 'file'];
const word = /^[\p{L}\p{N}_:.-]+$/u;
const highest = 10_000_000;

/**
 * Fills what an author wrote for one listing into what the book sets for all. Hugo's names (its manual, "Syntax
 * highlighting"): `linenos`, `linenostart`, `hl_lines`, `anchorlinenos`, `lineanchors`, `nohl`; and `title` (or `filename`,
 * `name`), `id`, `class`. What cannot be used counts as absent.
 *
 * @param ordinal Number of the listing in its chapter, from 0: it keeps the ids of lines apart.
 */
export function resolveCodeOptions(
  language: string,
  written: WrittenOptions,
  config: HighlightConfig,
  ordinal: number,
): CodeOptions {
  const numbers = readNumbers(written.get('linenos')) ?? config.numbers;
  const start = Number(written.get('linenostart') ?? config.start);
  const linked = readSwitch(written.get('anchorlinenos')) ?? config.linkedNumbers;
  const prefix = readWord(written.get('lineanchors')) ?? config.linePrefix;
  return {
    language,
    coloured: config.colours && readSwitch(written.get('nohl')) !== true,
    numbers,
    start: Number.isSafeInteger(start) && Math.abs(start) < highest ? start : config.start,
    marked: written.get('hl_lines') ?? config.marked,
    anchors: linked && numbers !== 'none' ? prefix || `hl-${ordinal}` : '',
    title: titleNames.map((name) => written.get(name)?.trim() ?? '').find((title) => title !== '') ?? '',
    id: readWord(written.get('id')) ?? '',
    classes: (written.get('class') ?? '').split(/\s+/).filter((name) => word.test(name)),
  };
}

function readNumbers(written: string | undefined): CodeOptions['numbers'] | undefined {
  switch (written?.toLowerCase()) {
    case 'table':
    case 'true':
      return 'table';
    case 'inline':
      return 'inline';
    case 'false':
      return 'none';
  }
  return undefined;
}

function readSwitch(written: string | undefined): boolean | undefined {
  return written === undefined ? undefined : written.toLowerCase() === 'true';
}

function readWord(written: string | undefined): string | undefined {
  return written !== undefined && word.test(written) ? written : undefined;
}
