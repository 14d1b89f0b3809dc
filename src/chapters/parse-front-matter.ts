import matter from 'gray-matter';
import type { DataFormat, ParsedData } from '../formats/data.js';
import { parseData } from '../formats/parse-data.js';

const maxCharacters = 65_536;
// gray-matter looks for comments in time that grows with the square of a run of blanks.
const longBlank = /(?<!\s)\s{1000}/;

// gray-matter runs code in these two unless both are replaced; neither is ever asked for.
const engines = {
  js: refuse,
  javascript: refuse,
  yaml: (input: string) => parseHead('yaml', input),
  toml: (input: string) => parseHead('toml', input),
  json: (input: string) => parseHead('json', input),
};
const options = {
  yaml: { engines, language: 'yaml', delimiters: '---' },
  toml: { engines, language: 'toml', delimiters: '+++' },
  json: { engines, language: 'json', delimiters: '---' },
};

/** True for a head that is refused unparsed, because its size alone would cost too much time. */
export function isTooLarge(text: string): boolean {
  return text.length > maxCharacters || (text.length > 1000 && longBlank.test(text));
}

/**
 * Parses the text between the fences through gray-matter, which gets the head only, engines of ours and always
 * options (without them it shares results between calls). Keys are lower-cased, of one that is there twice the last
 * counts; lines count from the head's first.
 * Never throws, never runs code.
 */
export function parseFrontMatter(format: DataFormat, text: string): ParsedData {
  const { delimiters } = options[format];
  const { data } = matter(`${delimiters}\n${text}\n${delimiters}`, options[format]);
  // A head of blanks and comments never reaches an engine.
  return isParsedData(data) ? data : { ok: true, value: Object.create(null) };
}

/** gray-matter's engines see the end of the fence's line first. */
function parseHead(format: DataFormat, input: string): ParsedData {
  return parseData(format, input.slice(1), { lowerCaseKeys: true, repeats: 'last' });
}

function isParsedData(data: object): data is ParsedData {
  return 'ok' in data;
}

function refuse(): never {
  throw new Error('Front matter never runs code.');
}
