import { CsvError, parse } from 'csv-parse/sync';
import type { RawData } from './data.js';

/** Parses comma-separated values (RFC 4180) into a list of rows, each a list of texts. Never throws; lines start at 1. */
export function parseCsv(text: string): RawData {
  try {
    return { ok: true, value: parse(text, { skip_empty_lines: true }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { readonly lines?: unknown }).lines ?? 1);
    return { ok: false, message: describe(error.code), line, column: 1 };
  }
}

/** The library's messages repeat the place; these are parts of a sentence. */
function describe(code: string): string {
  if (code.includes('INCONSISTENT')) return 'this row has another number of fields than those above';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  return 'a quote stands in the middle of a field';
}
