import type { Finding } from '../check/finding.js';
import type { PageChange } from '../check/page-change.js';
import type { TextEdit } from '../editing/text-edit.js';
import { addAll } from '../lists/add-all.js';
import type { PageContent } from './read-page.js';

/** A finding that can be mended. */
export interface Mend extends Finding {
  readonly fix: readonly TextEdit[];
}

/** A text looked through, and the page that it makes. */
export interface Proofed {
  /** What the rules find. */
  readonly findings: readonly Finding[];
  /** From a line and a column to an offset of the decoded text. */
  readonly offsetAt: (line: number, column: number) => number;
  /** How many findings the page itself has. */
  readonly faults: number;
  /** Null where it makes none: nothing can be proved then. */
  readonly page: PageContent | null;
}

/** What came of the mends of one text. */
export interface Proof {
  readonly text: string;
  readonly made: readonly Mend[];
  readonly refused: readonly Mend[];
}

/** A chapter whose mends fail again and again is left to its author: proofs are what mending costs. */
const mostProofs = 200;

/**
 * Makes the mends that prove right, and no others: behind one its finding is gone, nothing else is to be mended in its
 * place, and the page is what was announced. All are tried at once; where that fails each half is tried by itself, down to
 * those that are wrong.
 *
 * @param mends Of one text, in its order; their edits do not overlap.
 * @param edit The text with edits of it made.
 * @param proof Looks a text through.
 */
export function proveMends(
  text: string,
  mends: readonly Mend[],
  edit: (edits: readonly TextEdit[]) => string,
  proof: (text: string) => Proofed,
): Proof {
  const made: Mend[] = [];
  const refused: Mend[] = [];
  const first = proof(text);
  let [current, proofed, left] = [text, first, mostProofs];
  const waiting: (readonly Mend[])[] = [mends];
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    const all = [...made, ...group];
    const next = edit(all.flatMap(({ fix }) => fix));
    const after = left > 0 ? proof(next) : null;
    left -= 1;
    if (after !== null && next !== current && isRight(proofed, after, group) && areGone(first, after, all)) {
      addAll(made, group);
      [current, proofed] = [next, after];
    } else if (group.length < 2 || after === null) addAll(refused, group);
    else {
      const middle = group.length >> 1;
      waiting.push(group.slice(middle), group.slice(0, middle));
    }
  }
  return { text: current, made, refused };
}

/** Whether the page is what the mends announced. */
function isRight(before: Proofed, after: Proofed, mends: readonly Mend[]): boolean {
  if (before.page === null || after.page === null || after.faults > before.faults) return false;
  const changes = mends.map(({ change = {} }) => change);
  return isAnnounced(before.page, after.page, changes);
}

/** Whether nothing is to be mended any more where mends were made, but for what was to be mended there besides. */
function areGone(first: Proofed, after: Proofed, made: readonly Mend[]): boolean {
  const open = new Set(first.findings.filter(({ fix }) => fix !== undefined));
  for (const mend of made) open.delete(mend);
  const codes = new Set([...open].map(({ diagnostic }) => diagnostic.code));
  const places = listPlaces(made);
  return after.findings.every(({ diagnostic: { code, line = 1, column = 1 }, fix }) => {
    const at = after.offsetAt(line, column);
    const place = findPlace(places, at);
    if (place === undefined) return true;
    return code !== place.code && (fix === undefined || codes.has(code));
  });
}

interface MendedPlace {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Where the mends are in the text that was made by them, in its order. */
function listPlaces(made: readonly Mend[]): readonly MendedPlace[] {
  const edits = made.flatMap(({ fix, diagnostic: { code } }) => fix.map((one) => ({ ...one, code })));
  let shift = 0;
  return edits
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text, code }) => {
      const place = { start: start + shift, end: start + shift + text.length, code };
      shift += text.length - (end - start);
      return place;
    });
}

/** The place that holds an offset. */
function findPlace(places: readonly MendedPlace[], at: number): MendedPlace | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place !== undefined && at <= place.end ? place : undefined;
}

/**
 * Whether a page changed as all the announcements together say: the characters that they name came and went, all others
 * are there in their order, and the number of elements differs by no more than was said.
 */
export function isAnnounced(
  before: PageContent,
  after: PageContent,
  changes: readonly PageChange[],
): boolean {
  return keepsLetters(before.letters, after.letters, changes) && keepsElements(before, after, changes);
}

function keepsLetters(before: string, after: string, changes: readonly PageChange[]): boolean {
  if (before === after) return changes.every(({ lost = '', won = '' }) => lost === '' && won === '');
  const counts = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  for (const { lost = '', won = '' } of changes) {
    count(lost, -1);
    count(won, 1);
  }
  const named = new Set(counts.keys());
  count(before, 1);
  count(after, -1);
  if ([...counts.values()].some((left) => left !== 0)) return false;
  return without(before, named) === without(after, named);
}

function without(text: string, characters: ReadonlySet<string>): string {
  return [...text].filter((character) => !characters.has(character)).join('');
}

function keepsElements(before: PageContent, after: PageContent, changes: readonly PageChange[]): boolean {
  const names = new Set([...before.elements.keys(), ...after.elements.keys()]);
  for (const { elements = {} } of changes) for (const name of Object.keys(elements)) names.add(name);
  return [...names].every((name) => {
    const difference = (after.elements.get(name) ?? 0) - (before.elements.get(name) ?? 0);
    const sum = (end: 0 | 1) =>
      changes.reduce((total, { elements = {} }) => total + (elements[name]?.[end] ?? 0), 0);
    return sum(0) <= difference && difference <= sum(1);
  });
}
