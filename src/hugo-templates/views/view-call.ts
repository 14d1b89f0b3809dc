import { toText } from '../../go-templates/values/convert.js';
import { foreignText } from '../../go-templates/values/origin.js';
import { createStore } from '../../go-templates/values/store.js';
import { floatOf, type GoObject, type GoText, type GoValue, mapOf } from '../../go-templates/values/value.js';
import type { Desk } from '../desk.js';
import { referTo } from '../functions/reference-functions.js';
import { methodOf, viewObject } from './member-table.js';

/** A parameter as the chapter has it; `isBroken` for a number that was written with a point. */
export interface CallParameter {
  /** Null for one by position. */
  readonly name: string | null;
  readonly value: string | number | boolean;
  readonly isBroken: boolean;
}

/** A call of a shortcode. */
export interface CallFacts {
  readonly name: string;
  readonly parameters: readonly CallParameter[];
  readonly ordinal: number;
  readonly parent: GoObject | null;
  readonly isMarkdown: boolean;
  /** `content/one.md:6:1`. */
  readonly position: string;
  readonly line: number;
  readonly column: number;
  readonly file: string;
  /** What stands between the tags, with the results of the calls in it, each of which is in `pieces` too. */
  readonly inner: () => { readonly text: string; readonly pieces: readonly string[] };
}

/** A call as Hugo shows it to its template: the dot of a shortcode. */
export function viewShortcodeCall(call: CallFacts, desk: Desk): GoObject {
  const isNamed = call.parameters.some(({ name }) => name !== null);
  const values = call.parameters.map(({ value, isBroken }) => toParameter(value, isBroken));
  const named = new Map(call.parameters.map(({ name }, at) => [name ?? '', values[at] ?? null]));
  const store = createStore();
  const inner = (change: (text: string) => string = (text) => text): GoText => {
    const { text, pieces } = call.inner();
    return { kind: 'text', text: change(text), form: 'html', origin: 'foreign', pieces };
  };
  const get = ([key]: readonly GoValue[]): GoValue => {
    if (typeof key === 'number') return (isNamed ? undefined : values[key]) ?? '';
    return (isNamed ? named.get(toText(key)) : undefined) ?? '';
  };
  return viewObject(
    'ShortcodeWithPage',
    {
      Get: () => methodOf(get),
      Params: () => (isNamed ? mapOf(named) : values),
      IsNamedParams: () => isNamed,
      Inner: () => inner(),
      InnerDeindent: () => inner(deindent),
      Name: () => call.name,
      Ordinal: () => call.ordinal,
      Parent: () => call.parent,
      Position: () => viewPosition(call),
      Page: () => (desk.chapter === null ? null : desk.viewPage(desk.chapter.page.key)),
      Site: () => desk.viewSite(),
      Scratch: () => store,
      Store: () => store,
      Ref: () => methodOf(([options]) => referTo(options ?? null, true, desk)),
      RelRef: () => methodOf(([options]) => referTo(options ?? null, false, desk)),
    },
    { print: () => `Shortcode(${call.name})` },
  );
}

function toParameter(value: string | number | boolean, isBroken: boolean): GoValue {
  if (typeof value === 'string') return foreignText(value);
  return typeof value === 'number' && isBroken ? floatOf(value) : value;
}

/** Without the white space that the first line with text begins with, in every line. */
function deindent(text: string): string {
  const indent = /^(?:[ \t]*\n)*([ \t]*)\S/.exec(text)?.[1] ?? '';
  if (indent === '') return text;
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n');
}

/** Where something of the chapter stands; prints itself in quotes. */
export function viewPosition(place: Pick<CallFacts, 'position' | 'file' | 'line' | 'column'>): GoObject {
  return viewObject(
    'text.Position',
    {
      Filename: () => place.file,
      LineNumber: () => place.line,
      ColumnNumber: () => place.column,
      Offset: () => 0,
      IsValid: () => true,
      String: () => `"${place.position}"`,
    },
    { print: () => `"${place.position}"` },
  );
}
