import type { RawData } from './data.js';
import { readJsonKeys } from './json-keys.js';
import { placeAt } from './place-at.js';

/** Parses a JSON text; an empty one has no keys. Never throws; lines and columns start at 1. */
export function parseJson(text: string): RawData {
  if (text.trim() === '') return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // JSON.parse names a place for some faults only, and differently in each version of Node.
    const { fault } = readJsonKeys(text);
    return { ok: false, message: fault?.message ?? 'not JSON', ...placeAt(text, fault?.offset ?? 0) };
  }
}
