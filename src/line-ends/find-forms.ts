import { Buffer } from 'node:buffer';
import { formOf } from './forms.js';

/** The forms that are looked for, by their hashes. */
export interface AskedForms {
  readonly forms: readonly string[];
  /** Index of a form plus one, or 0; its length is a power of two. */
  readonly slots: Int32Array;
  /** For each slot the whole hash of its form: hardly a word that nobody asks for is compared with it. */
  readonly hashes: Int32Array;
  /** A bit for the lower part of each hash. It stays in the processor's first memory, and most words are told by it. */
  readonly filter: Uint8Array;
}

const HASH_START = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
const [SPACE, HYPHEN, APOSTROPHE, SOFT_HYPHEN] = [32, 45, 39, 0xad];

/** Prepares the search for forms as `formOf` makes them, each given once. */
export function indexForms(forms: readonly string[]): AskedForms {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, forms.length * 3)));
  const slots = new Int32Array(size);
  const hashes = new Int32Array(size);
  const filter = new Uint8Array(size / 2);
  for (const [index, form] of forms.entries()) {
    const hash = hashOf(form);
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
    hashes[slot] = hash;
    const bit = bitOf(hash, filter);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return { forms, slots, hashes, filter };
}

function bitOf(hash: number, filter: Uint8Array): number {
  return hash & (filter.length * 8 - 1);
}

/**
 * Finds the asked forms among the words of a text. The halves of a joint are left out: what ends in a hyphen before a blank
 * or a line end, and the word behind that. A word with an apostrophe counts whole and in its parts.
 *
 * One pass that makes no strings of words that nobody asks for, since all of a book goes through it.
 *
 * @returns The index of a form for each time that it was found.
 */
export function findForms(text: string, asked: AskedForms): readonly number[] {
  const found: number[] = [];
  const units = unitsOf(text);
  const { filter } = asked;
  let start = -1;
  let end = 0;
  let hash = 0;
  let whole = 0;
  let hasApostrophe = false;
  let isHalf = false;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = units[at] ?? SPACE;
    const kind = unitClasses[unit] || classifyUnit(unit);
    if (kind === PART || (kind === TIE && start >= 0)) {
      if (start < 0) {
        start = at;
        hash = HASH_START;
        hasApostrophe = false;
      }
      const lowered = LOWERED[unit] ?? unit;
      hash = Math.imul(hash ^ lowered, HASH_PRIME);
      if (kind === PART) {
        end = at + 1;
        whole = hash;
      } else if (lowered === APOSTROPHE) hasApostrophe = true;
    } else if (start >= 0 && unit !== SOFT_HYPHEN) {
      const isOpen = endsOpen(units[at - 1] ?? SPACE, unit);
      if (!isOpen && !isHalf) {
        const bit = bitOf(whole, filter);
        if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0) add(asked, units, start, end, whole, found);
        if (hasApostrophe) addParts(asked, text.slice(start, end), found);
      }
      isHalf = isOpen;
      start = -1;
    }
  }
  return found;
}

let scratch = new Uint16Array(1 << 14);

/** The units of a text and a space, until the next call: those of an array are read several times faster than those of a string. */
function unitsOf(text: string): Uint16Array {
  if (text.length >= scratch.length) scratch = new Uint16Array(text.length + 1);
  Buffer.from(scratch.buffer).write(text, 'utf16le');
  scratch[text.length] = SPACE;
  return scratch;
}

/** Whether the word that ends here goes on behind the blank or the mark of emphasis that follows. */
function endsOpen(last: number, unit: number): boolean {
  if (unit > SPACE && unit !== 42 && unit !== 95) return false;
  return last === SOFT_HYPHEN || LOWERED[last] === HYPHEN;
}

function add(
  asked: AskedForms,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
  found: number[],
): void {
  const index = find(asked, hash, (form) => spells(units, start, end, form));
  if (index >= 0) found.push(index);
}

/** The parts of a word with an apostrophe, but for single letters. */
function addParts(asked: AskedForms, word: string, found: number[]): void {
  for (const part of formOf(word).split("'")) {
    const index = part.length > 1 ? find(asked, hashOf(part), (form) => form === part) : -1;
    if (index >= 0) found.push(index);
  }
}

/** The index of the form with this hash that fits; -1 for none. */
function find({ forms, slots, hashes }: AskedForms, hash: number, fits: (form: string) => boolean): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const index = (slots[slot] ?? 0) - 1;
    if (index < 0 || (hashes[slot] === hash && fits(forms[index] ?? ''))) return index;
  }
}

/** Whether the units of a word are those of a form, soft hyphens left out. */
function spells(units: Uint16Array, start: number, end: number, form: string): boolean {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const unit = units[at] ?? SPACE;
    if (unit === SOFT_HYPHEN) continue;
    if (LOWERED[unit] !== form.charCodeAt(length)) return false;
    length += 1;
  }
  return length === form.length;
}

function hashOf(form: string): number {
  let hash = HASH_START;
  for (let at = 0; at < form.length; at += 1) hash = Math.imul(hash ^ form.charCodeAt(at), HASH_PRIME);
  return hash;
}

/** What a UTF-16 unit is to a word: none of it, a letter or digit, or what stands between two of them. 0 is not known yet. */
const OUTSIDE = 1;
const [PART, TIE] = [2, 3] as const;

/** By unit, filled as texts need them: to look at all 65,536 takes longer than to read a book. */
const unitClasses = new Uint8Array(65_536);
/** By unit, once it is classified: the unit of the form (`formOf`) that it belongs to. */
const LOWERED = new Uint16Array(65_536);

const hyphens = '-‐‑¬';
const apostrophes = "'’";

/** Finds out about a unit that no text has had before. */
function classifyUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = kindOf(character);
  unitClasses[unit] = kind;
  const lowered = lower(character);
  // What becomes two units is in no form by its first alone.
  LOWERED[unit] = lowered.length === 1 ? lowered.charCodeAt(0) : unit;
  return kind;
}

function kindOf(character: string): number {
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return PART;
  return hyphens.includes(character) || apostrophes.includes(character) ? TIE : OUTSIDE;
}

function lower(character: string): string {
  if (hyphens.includes(character)) return '-';
  return apostrophes.includes(character) ? "'" : character.toLowerCase();
}
