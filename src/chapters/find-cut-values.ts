import type { Span } from '../formats/key-place.js';
import { quoteYaml } from '../formats/quote-yaml.js';
import { listYamlEntries, type YamlEntry } from '../formats/yaml-entries.js';

/** Part of a value that YAML takes for something else than text, so that it is gone without a word. */
export interface CutValue {
  /** A comment that begins with ` #`; or a tag (`!x`) or an anchor (`&x`) in front of the value. */
  readonly kind: 'comment' | 'mark';
  readonly key: string;
  /** What is gone. */
  readonly lost: string;
  /** The entry as it is meant, in quotes. */
  readonly instead: string;
  /** Of what is gone, in the text. */
  readonly span: Span;
}

/** Nothing is cut off in a text without one of these. */
const trigger = /[ \t]#|[:\-,[{][ \t]*[!&]/;
/** Keys whose values are words for readers: nobody comments on them in their own line. */
const words = /^(?:link|sub|sort)?_?title$|^(?:heading|description|summary|caption|alt|byline|author)$/i;
const colours = /^(?:c|colou?r|accent)$/i;
/** What is no text in YAML, or a date: a remark behind it is one, and so it is behind an address or a file name. */
const data =
  /^(?:[-+]?\.?\d[\d._:TZ/+-]*|0[xob][\da-f]+|true|false|null|~|(?:https?:|\.{0,2}\/)\S*|[\w-]+\.\w+)$/i;

/**
 * Finds what YAML cuts off the values of a valid text: `title: Track #1` is "Track", `title: !Stop it` is "it". A remark
 * behind data (`weight: 10 # first`) and anchors that are used are what they are meant to be. Linear.
 */
export function findCutValues(text: string): readonly CutValue[] {
  if (!trigger.test(text)) return [];
  const entries = listYamlEntries(text);
  return entries.flatMap((entry, index) => [
    ...findMarks(entry, entries[index + 1], text),
    ...findComment(entry),
  ]);
}

function findComment(entry: YamlEntry): readonly CutValue[] {
  const { key, value } = entry;
  if (/^["'[{|>]/.test(value)) return [];
  const at = value.search(/(?:^|[ \t])#/);
  if (at === -1) return [];
  const kept = value.slice(0, at).trimEnd();
  const lost = value.slice(at).trimStart();
  if (kept === '' && (colours.test(key) || /^#(?:\s|$)/.test(lost))) return [];
  const isSpaced = /^#[#\s]|^#$/.test(lost);
  const isRemark = words.test(key) ? isSpaced && data.test(kept) : isSpaced || data.test(kept);
  if (isRemark || !/[\p{L}\p{N}]/u.test(lost)) return [];
  return [describe('comment', entry, lost, value.length - lost.length)];
}

const core = /^!!(?:str|int|float|bool|null|seq|map|timestamp|binary|set|omap)$/;

function findMarks(entry: YamlEntry, next: YamlEntry | undefined, text: string): readonly CutValue[] {
  const { value, isContinued } = entry;
  if (isContinued) return [];
  const isFlow = /^[[{]/.test(value);
  const pattern = isFlow ? /(?=[!&])(?<=[[{,][ \t]*|:[ \t]+)[!&][^\s,\]}]*/g : /^[!&]\S*/g;
  return [...value.matchAll(pattern)].flatMap(({ 0: lost, index }) => {
    const rest = value.slice(index + lost.length).trim();
    if (core.test(lost) || (lost[0] === '&' && text.includes(`*${lost.slice(1)}`))) return [];
    const holdsBlock = rest === '' && next !== undefined && (next.indent > entry.indent || next.isItem);
    // In front of anything but words it is known what it is.
    if (!isFlow && (holdsBlock || /^["'[{|>*]/.test(rest) || data.test(rest))) return [];
    return [describe('mark', entry, lost, index)];
  });
}

function describe(kind: CutValue['kind'], entry: YamlEntry, lost: string, at: number): CutValue {
  const { key, value, line, column, isItem } = entry;
  const isFlow = /^[[{]/.test(value);
  const quoted = quoteYaml(isFlow ? (/^[^,\]}]*/.exec(value.slice(at))?.[0].trim() ?? lost) : value);
  const instead = isFlow ? quoted : isItem ? `- ${quoted}` : `${key}: ${quoted}`;
  return { kind, key, lost, instead, span: { line, column: column + at, length: lost.length } };
}
