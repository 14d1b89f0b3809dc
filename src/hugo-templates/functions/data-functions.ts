import { parseDataText } from '../../formats/read-data-files.js';
import { failEvaluation, refuseName } from '../../go-templates/faults.js';
import { type FunctionEntry, onTexts } from '../../go-templates/functions/entries.js';
import { toText } from '../../go-templates/values/convert.js';
import { type GoValue, isGoMap, isGoText, isObject } from '../../go-templates/values/value.js';
import { toGoValue } from '../to-value.js';

/** `transform.Unmarshal`: data from a text, or from a file among the assets or the resources of a page. */
export const dataFunctions: readonly FunctionEntry[] = [
  onTexts('transform.Unmarshal unmarshal', 1, 2, (args) => {
    const [first = null, second] = args;
    const options = second === undefined ? null : first;
    return readData(second === undefined ? first : second, options);
  }),
];

/** Values of one text: no bomb of aliases. */
const maxNodes = 100_000;

function readData(source: GoValue, options: GoValue): GoValue {
  const { text, format } = isObject(source) ? readResource(source) : { text: toText(source), format: null };
  if (text.trim() === '') return null;
  const delimiter = optionOf(options, 'delimiter') || ',';
  const kind = optionOf(options, 'format').toLowerCase() || format || guessFormat(text, delimiter);
  const parsed = parseDataText(kind, text, maxNodes, delimiter);
  if (parsed === null) return refuseName(`transform.Unmarshal of ${kind || 'this text'}`);
  if (!parsed.ok) return failEvaluation(`unmarshal failed: ${parsed.message}`);
  const { value } = parsed;
  const byHead = kind === 'csv' && optionOf(options, 'targettype') === 'map';
  return toGoValue(byHead && Array.isArray(value) ? nameFields(value) : value);
}

function readResource(source: GoValue): { readonly text: string; readonly format: string } {
  const member = (name: string): GoValue => {
    const value = isObject(source) ? source.member(name) : undefined;
    return value !== undefined && isGoText(value as GoValue) ? (value as GoValue) : '';
  };
  const ending = /\.([a-z]+)$/i.exec(toText(member('Name')))?.[1] ?? '';
  return { text: toText(member('Content')), format: ending.toLowerCase().replace(/^yml$/, 'yaml') };
}

/** By the mark of a format that comes first (Hugo's `metadecoders`). */
function guessFormat(text: string, delimiter: string): string {
  const marks: readonly (readonly [format: string, mark: string])[] = [
    ['csv', delimiter],
    ['json', '{'],
    ['yaml', ':'],
    ['xml', '<'],
    ['toml', '='],
  ];
  const found = marks
    .map(([format, mark]) => ({ format, at: text.indexOf(mark) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at);
  return found[0]?.format ?? '';
}

/** Rows as maps by the names in the first. */
function nameFields([head, ...rows]: readonly unknown[]): unknown {
  const names = Array.isArray(head) ? head.map(String) : [];
  return rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, Array.isArray(row) ? row[at] : null])),
  );
}

function optionOf(options: GoValue, name: string): string {
  if (!isGoMap(options)) return '';
  const found = [...options.entries].find(([key]) => key.toLowerCase() === name);
  return toText(found?.[1]);
}
