import { failEvaluation } from '../faults.js';
import { toList, toText, toWhole } from '../values/convert.js';
import { entryOf, type GoValue, isGoMap, sortedKeys } from '../values/value.js';
import { type FunctionEntry, many, onTexts } from './entries.js';
import { stripTags } from './strip-tags.js';
import { truncateText } from './truncate.js';

/** The longest text that `strings.Repeat` makes. */
const REPEAT_LIMIT = 1_000_000;

const segmented = (text: string) => [...text];

/** Functions on texts: `strings` of Hugo, and what `transform` and `fmt` have of the kind. */
export const textFunctions: readonly FunctionEntry[] = [
  onTexts('strings.ToLower lower', 1, 1, ([text]) => changeCase(toText(text), (mark) => mark.toLowerCase())),
  onTexts('strings.ToUpper upper', 1, 1, ([text]) => changeCase(toText(text), (mark) => mark.toUpperCase())),
  onTexts('strings.FirstUpper', 1, 1, ([text]) => {
    const [first = '', ...rest] = toText(text);
    return first.toUpperCase() + rest.join('');
  }),
  onTexts('strings.TrimSpace', 1, 1, ([text]) => trimBy(toText(text), isGoSpace, 'both')),
  onTexts('strings.Trim trim', 2, 2, ([text, cutset]) => trimBy(toText(text), inSet(cutset), 'both')),
  onTexts('strings.TrimLeft', 2, 2, ([cutset, text]) => trimBy(toText(text), inSet(cutset), 'left')),
  onTexts('strings.TrimRight', 2, 2, ([cutset, text]) => trimBy(toText(text), inSet(cutset), 'right')),
  onTexts('strings.TrimPrefix', 2, 2, ([prefix, text]) => {
    const [begin, whole] = [toText(prefix), toText(text)];
    return whole.startsWith(begin) ? whole.slice(begin.length) : whole;
  }),
  onTexts('strings.TrimSuffix', 2, 2, ([suffix, text]) => {
    const [end, whole] = [toText(suffix), toText(text)];
    return end !== '' && whole.endsWith(end) ? whole.slice(0, -end.length) : whole;
  }),
  onTexts('strings.Chomp chomp', 1, 1, ([text]) => toText(text).replace(/(?<![\r\n])[\r\n]+$/, '')),
  onTexts('strings.Replace replace', 3, 4, ([text, from, to, limit]) =>
    replaceText(toText(text), toText(from), toText(to), limit === undefined ? -1 : toWhole(limit)),
  ),
  onTexts('strings.ReplacePairs', 2, many, replacePairs),
  onTexts('strings.Split split', 2, 2, ([text, mark]) => splitText(toText(text), toText(mark))),
  onTexts('strings.HasPrefix hasPrefix', 2, 2, ([text, begin]) => toText(text).startsWith(toText(begin))),
  onTexts('strings.HasSuffix hasSuffix', 2, 2, ([text, end]) => toText(text).endsWith(toText(end))),
  onTexts('strings.Contains', 2, 2, ([text, part]) => toText(text).includes(toText(part))),
  onTexts('strings.ContainsAny', 2, 2, ([text, set]) => segmented(toText(text)).some(inSet(set))),
  onTexts('strings.ContainsNonSpace', 1, 1, ([text]) =>
    segmented(toText(text)).some((mark) => !isGoSpace(mark)),
  ),
  onTexts('strings.Count', 2, 2, ([part, text]) => {
    const [wanted, whole] = [toText(part), toText(text)];
    return wanted === '' ? segmented(whole).length + 1 : whole.split(wanted).length - 1;
  }),
  onTexts('strings.CountRunes countrunes', 1, 1, ([text]) => {
    return segmented(stripTags(toText(text))).filter((mark) => !isGoSpace(mark)).length;
  }),
  onTexts('strings.RuneCount', 1, 1, ([text]) => segmented(toText(text)).length),
  onTexts('strings.CountWords countwords', 1, 1, ([text]) => countWords(stripTags(toText(text)))),
  onTexts('strings.Repeat', 2, 2, ([count, text]) => repeat(toWhole(count), toText(text))),
  onTexts('strings.Substr substr', 2, 3, ([text, start, length]) => {
    return cutRunes(segmented(toText(text)), toWhole(start), length === undefined ? null : toWhole(length));
  }),
  onTexts('strings.SliceString slicestr', 1, 3, ([text, start, end]) => {
    return sliceRunes(segmented(toText(text)), start, end);
  }),
  ['strings.Truncate truncate', 2, 3, truncateText],
  onTexts('delimit collections.Delimit', 2, 3, ([list, mark, last]) => {
    return joinItems(list ?? null, toText(mark), last === undefined ? null : toText(last));
  }),
];

/** Each character by itself, as Go does it; one that would become two stays. */
function changeCase(text: string, change: (mark: string) => string): string {
  const whole = change(text);
  if (/^\p{ASCII}*$/u.test(text)) return whole;
  return segmented(text)
    .map((mark) =>
      /^\P{M}\p{M}+$/u.test(change(mark))
        ? [...change(mark)][0]
        : segmented(change(mark)).length === 1
          ? change(mark)
          : mark,
    )
    .join('');
}

function isGoSpace(mark: string): boolean {
  return mark.trim() === '' && mark !== '\ufeff';
}

function inSet(set: GoValue | undefined): (mark: string) => boolean {
  const marks = new Set(toText(set));
  return (mark) => marks.has(mark);
}

function trimBy(text: string, drops: (mark: string) => boolean, side: 'both' | 'left' | 'right'): string {
  const marks = segmented(text);
  let [start, end] = [0, marks.length];
  if (side !== 'right') while (start < end && drops(marks[start] ?? '')) start += 1;
  if (side !== 'left') while (end > start && drops(marks[end - 1] ?? '')) end -= 1;
  return marks.slice(start, end).join('');
}

function replaceText(text: string, from: string, to: string, limit: number): string {
  if (limit < 0) return text.replaceAll(from, () => to);
  let left = limit;
  return text.replaceAll(from, (found) => {
    left -= 1;
    return left >= 0 ? to : found;
  });
}

/** Pairs and then the text, all replaced in one pass; pairs may come as a list. */
function replacePairs(args: readonly GoValue[]): string {
  const text = toText(args.at(-1));
  const given = args.slice(0, -1);
  const pairs = (given.length === 1 && Array.isArray(given[0]) ? toList(given[0]) : given).map(toText);
  if (pairs.length % 2 === 1) failEvaluation('uneven number of replacement pairs');
  let made = '';
  for (let at = 0; at < text.length; ) {
    const pair = pairs.findIndex(
      (from, index) => index % 2 === 0 && from !== '' && text.startsWith(from, at),
    );
    made += pair < 0 ? text.charAt(at) : (pairs[pair + 1] ?? '');
    at += pair < 0 ? 1 : (pairs[pair]?.length ?? 1);
  }
  return made;
}

function splitText(text: string, mark: string): readonly string[] {
  return mark === '' ? segmented(text) : text.split(mark);
}

function countWords(text: string): number {
  const words = text.split(/\s+/).filter((word) => word !== '');
  // Each character of a word in Chinese, Japanese or Korean counts.
  return words.reduce(
    (sum, word) => sum + (/[^\0-\x7f]/.test(word) && wide.test(word) ? segmented(word).length : 1),
    0,
  );
}

const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function repeat(count: number, text: string): string {
  if (count < 0) return failEvaluation('strings: negative Repeat count');
  if (count * text.length > REPEAT_LIMIT)
    return failEvaluation(`strings.Repeat makes more than ${REPEAT_LIMIT} characters`);
  return text.repeat(count);
}

/** From a start, counted from the end where it is below 0, so many characters; below 0: up to so many before the end. */
function cutRunes(runes: readonly string[], start: number, length: number | null): string {
  const from = start < 0 ? Math.max(0, runes.length + start) : start;
  const end = length === null ? runes.length : length < 0 ? runes.length + length : from + length;
  return from >= runes.length ? '' : runes.slice(from, Math.max(from, end)).join('');
}

function sliceRunes(runes: readonly string[], start: GoValue | undefined, end: GoValue | undefined): string {
  const [from, to] = [
    start === undefined ? 0 : toWhole(start),
    end === undefined ? runes.length : toWhole(end),
  ];
  if (from < 0 || from > runes.length || to < from || to > runes.length)
    return failEvaluation('slice bounds out of range');
  return runes.slice(from, to).join('');
}

function joinItems(list: GoValue, mark: string, last: string | null): string {
  const items = isGoMap(list) ? sortedKeys(list).map((key) => entryOf(list, key) ?? null) : toList(list);
  const texts = items.map(toText);
  if (last === null || texts.length < 2) return texts.join(mark);
  return texts.slice(0, -1).join(mark) + last + texts.at(-1);
}
