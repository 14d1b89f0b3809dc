import type { Diagnostic } from '../model/diagnostic.js';
import { findLoss } from '../sources/held-file.js';

/** A book that is saved all the time is read so often. */
const mostReadings = 4;

/** What came of reading a book, or the finding of a file that changed whenever it was read. */
export type Unchanged<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly loss: Diagnostic };

/**
 * Does something that reads a book, again when a file was changed while it was read: what was made of it so far does not fit
 * any more.
 */
export async function readUnchanged<Value>(read: () => Promise<Value>): Promise<Unchanged<Value>> {
  for (let reading = 1; ; reading += 1) {
    try {
      return { ok: true, value: await read() };
    } catch (error) {
      const loss = findLoss(error);
      if (loss === null) throw error;
      if (reading === mostReadings) return { ok: false, loss };
    }
  }
}
