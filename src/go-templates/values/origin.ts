import { addAll } from '../../lists/add-all.js';
import { type GoText, type GoValue, isGoMap, isGoText, isList, type TextOrigin } from './value.js';

/** What a function makes of values without their origin. */
export type PlainRun = (args: readonly GoValue[]) => GoValue;

/** What is known of the texts among some values. */
interface Provenance {
  origin: TextOrigin;
  readonly pieces: string[];
}

/** An untrusted plain text. */
export function foreignText(text: string, pieces: readonly string[] = []): GoText {
  return { kind: 'text', text, form: 'plain', origin: 'foreign', ...(pieces.length > 0 ? { pieces } : {}) };
}

/** Finished HTML that a sanitiser, or the owner alone, has made. */
export function finishedHtml(text: string): GoText {
  return { kind: 'text', text, form: 'html', origin: 'clean' };
}

/** The same value, each text in it untrusted: data that a chapter brings. */
export function markForeign(value: GoValue): GoValue {
  return mapTexts(value, (text) => (typeof text === 'string' ? foreignText(text) : text));
}

/**
 * Runs a function on texts as such: forms and origins are taken off its arguments, and what it makes of one that the
 * owner did not write is not the owner's either. One bit, and it spreads.
 */
export function spreadOrigin(run: PlainRun, args: readonly GoValue[]): GoValue {
  const found: Provenance = { origin: 'owner', pieces: [] };
  const made = run(args.map((arg) => strip(arg, found)));
  return found.origin === 'owner' ? made : mapTexts(made, (text) => taint(text, found));
}

function taint(text: string | GoText, { pieces }: Provenance): GoText {
  if (typeof text === 'string') return foreignText(text, pieces);
  return text.origin === 'clean' ? text : { ...text, origin: 'foreign', pieces };
}

function strip(value: GoValue, found: Provenance): GoValue {
  return mapTexts(value, (text) => {
    if (typeof text === 'string') return text;
    if (text.origin !== 'owner') found.origin = 'foreign';
    if (text.pieces !== undefined) addAll(found.pieces, text.pieces);
    if (text.origin === 'clean') found.pieces.push(text.text.trim());
    return text.form === 'plain' ? text.text : { ...text, origin: 'owner' };
  });
}

/** The value with every text in it exchanged; the same object where nothing changes. */
function mapTexts(value: GoValue, change: (text: string | GoText) => GoValue): GoValue {
  if (isGoText(value)) return change(value);
  if (isList(value)) return value.map((item) => mapTexts(item, change));
  if (!isGoMap(value)) return value;
  return {
    ...value,
    entries: new Map([...value.entries].map(([key, item]) => [key, mapTexts(item, change)])),
  };
}
