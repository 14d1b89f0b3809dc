import { parse, TomlError } from 'smol-toml';
import type { RawData } from './data.js';

/** Parses a TOML 1.0 document. Never throws; lines and columns start at 1. */
export function parseToml(text: string): RawData {
  try {
    return { ok: true, value: parse(text, { maxDepth: 64, integersAsBigInt: 'asNeeded' }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { ok: false, message: firstLine(error.message), line: error.line, column: error.column };
  }
}

/** smol-toml's message goes on with an excerpt; ours has its own. */
function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace('Invalid TOML document: ', '');
}
