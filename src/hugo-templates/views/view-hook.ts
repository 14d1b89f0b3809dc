import { finishedHtml, foreignText } from '../../go-templates/values/origin.js';
import { type GoMap, type GoObject, type GoValue, mapOf } from '../../go-templates/values/value.js';
import type { Desk } from '../desk.js';
import { viewObject } from './member-table.js';
import { viewPosition } from './view-call.js';

/** A part of a chapter that a render hook prints. HTML is finished, everything else is text of the chapter. */
export interface HookFacts {
  /** `link`, `codeblock`; what the hook's file is called after. */
  readonly kind: 'link' | 'image' | 'heading' | 'codeblock' | 'blockquote' | 'table' | 'passthrough';
  /** Fields that are texts: `Destination`, `Title`, `PlainText`, `Inner`, `Type`. */
  readonly texts: Readonly<Record<string, string>>;
  /** Fields that are HTML: `Text`. */
  readonly html: Readonly<Record<string, string>>;
  /** Other fields: `Level`, `IsBlock`. */
  readonly flags: Readonly<Record<string, number | boolean>>;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly rows: { readonly head: readonly HookRow[]; readonly body: readonly HookRow[] } | null;
  readonly ordinal: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type HookRow = readonly { readonly html: string; readonly alignment: string }[];

/** The dot of a render hook. */
export function viewHookContext(hook: HookFacts, desk: Desk): GoObject {
  const page = () => (desk.chapter === null ? null : desk.viewPage(desk.chapter.page.key));
  const fields = new Map<string, () => GoValue>();
  for (const [name, text] of Object.entries(hook.texts)) fields.set(name, () => foreignText(text));
  for (const [name, html] of Object.entries(hook.html)) fields.set(name, () => finishedHtml(html));
  for (const [name, flag] of Object.entries(hook.flags)) fields.set(name, () => flag);
  if (hook.rows !== null) {
    const { head, body } = hook.rows;
    fields.set('THead', () => head.map(viewRow));
    fields.set('TBody', () => body.map(viewRow));
  }
  return viewObject('hookContext', {
    ...Object.fromEntries(fields),
    Page: page,
    PageInner: page,
    Ordinal: () => hook.ordinal,
    Position: () => viewPosition({ ...hook, position: `${hook.file}:${hook.line}:${hook.column}` }),
    Attributes: () => toMap(hook.attributes),
    Options: () => toMap(hook.options),
  });
}

function toMap(values: Readonly<Record<string, string | number | boolean>>): GoMap {
  return mapOf(
    Object.entries(values).map(
      ([name, value]) => [name, typeof value === 'string' ? foreignText(value) : value] as const,
    ),
  );
}

function viewRow(row: HookRow): GoValue {
  return row.map(({ html, alignment }) =>
    viewObject('tableCell', { Text: () => finishedHtml(html), Alignment: () => alignment }),
  );
}
