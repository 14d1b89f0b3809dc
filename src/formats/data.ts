import type { RepeatedKey } from './key-place.js';
import type { PlainMap } from './plain.js';

/** The languages of front matter and configuration. */
export type DataFormat = 'yaml' | 'toml' | 'json';

/** Why a text is not data, and where in it; lines and columns start at 1. */
export interface DataFault {
  readonly ok: false;
  /** Part of a sentence, in the words of the parser: `bad indentation of a mapping entry`. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Characters from there on that are at fault; 1 where it is absent. */
  readonly length?: number;
  /** A sentence that says what to write instead, where that is known. */
  readonly advice?: string;
}

/** Data as plain values, or the first fault of the text. */
export type ParsedData =
  | {
      readonly ok: true;
      readonly value: PlainMap;
      /** Keys of which the last counts; none unless that is asked for (`ParseOptions.repeats`). */
      readonly repeated?: readonly RepeatedKey[];
    }
  | DataFault;

/** What a parser of one format yields, before it is copied into plain values. */
export type RawData = { readonly ok: true; readonly value: unknown } | DataFault;
