import { parse, stringify, TomlError } from 'smol-toml';
import type { RawData } from './data.js';
import type { PlainMap } from './plain.js';

/** Parses a TOML 1.0 document. Never throws; lines and columns start at 1. */
export function parseToml(text: string): RawData {
  try {
    return { ok: true, value: parse(text, { maxDepth: 64, integersAsBigInt: 'asNeeded' }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { ok: false, message: firstLine(error.message), line: error.line, column: error.column };
  }
}

/** The data as a TOML document; what is null has no place there and is left out. */
export function writeToml(data: PlainMap): string {
  return `${stringify(data)}\n`;
}

/** smol-toml's message goes on with an excerpt; ours has its own. */
function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace('Invalid TOML document: ', '');
}
