import type { SafeHtml } from '../../model/safe-html.js';
import type { AddressTools } from './address-tools.js';
import type { ParameterValue } from './parameter-value.js';
import type { Call } from './parse-calls.js';
import type { ShortcodeView } from './shortcode-view.js';
import type { TextTools } from './text-tools.js';

/** What a view does for its call. */
export type ShortcodeTools = AddressTools &
  TextTools & {
    /** Computed once, when a template asks. */
    readonly innerOf: () => string;
    readonly contentOf: () => SafeHtml;
    readonly partsOf: ShortcodeView['parts'];
  };

/** Makes the view of a call. */
export function viewShortcode(
  call: Call,
  parent: ShortcodeView | null,
  tools: ShortcodeTools,
): ShortcodeView {
  const { name, ordinal } = call;
  const { isNamed, values } = call.parameters;
  const { innerOf, contentOf, partsOf, missing, ...functions } = tools;
  const get: ShortcodeView['get'] = (...keys) => {
    const key = keys.find((candidate) => String(candidate) in values);
    return key === undefined ? undefined : values[String(key)];
  };
  let inner: string | undefined;
  let content: SafeHtml | undefined;
  return {
    ...functions,
    name,
    ordinal,
    path: parent === null ? String(ordinal) : `${parent.path}-${ordinal}`,
    parent,
    parts: partsOf,
    isNamed,
    params: values,
    get,
    need: (...keys) => get(...keys) ?? missing(keys),
    flag: (key, otherwise = false) => readFlag(get(key), otherwise),
    get inner() {
      inner ??= innerOf();
      return inner;
    },
    get content() {
      content ??= contentOf();
      return content;
    },
  };
}

function readFlag(value: ParameterValue | undefined, otherwise: boolean): boolean {
  if (value === undefined) return otherwise;
  return value === true || value === 'true';
}
