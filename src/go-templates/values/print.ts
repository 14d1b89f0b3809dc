import { formatFloat } from './format-number.js';
import {
  entryOf,
  type GoValue,
  isFloat,
  isGoMap,
  isGoText,
  isList,
  isObject,
  sortedKeys,
  textOf,
} from './value.js';

/** A value as Go's `%v` prints it: `[a b]`, `map[a:1]`, `<nil>`. */
export function printValue(value: GoValue): string {
  if (value === null) return '<nil>';
  if (isGoText(value)) return textOf(value);
  if (typeof value !== 'object') return String(value);
  if (isFloat(value)) return formatFloat(value.value, 'g', -1);
  if (isList(value)) return `[${value.map(printValue).join(' ')}]`;
  if (isGoMap(value)) {
    const pairs = sortedKeys(value).map((key) => `${key}:${printValue(entryOf(value, key) ?? null)}`);
    return `map[${pairs.join(' ')}]`;
  }
  return isObject(value) ? value.print() : '';
}

/** A value as an action prints it, before it is escaped: nil is nothing. */
export function printAction(value: GoValue): string {
  return value === null ? '' : printValue(value);
}

/** A list of operands as Go's `print` joins them: a space between two that are both no text. */
export function printOperands(values: readonly GoValue[]): string {
  let text = '';
  values.forEach((value, at) => {
    const before = values[at - 1];
    if (at > 0 && !isGoText(value) && !isGoText(before)) text += ' ';
    text += printValue(value);
  });
  return text;
}

/** The name of a value's type, as `%T` and messages give it. */
export function typeName(value: GoValue): string {
  if (value === null) return '<nil>';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'int';
  if (typeof value === 'boolean') return 'bool';
  if (isFloat(value)) return 'float64';
  if (isGoText(value)) return textTypes[value.form];
  if (isList(value)) return `[]${memberType(value)}`;
  return isGoMap(value) ? 'map[string]interface {}' : value.type;
}

const textTypes = {
  plain: 'string',
  html: 'template.HTML',
  attribute: 'template.HTMLAttr',
  style: 'template.CSS',
  script: 'template.JS',
  address: 'template.URL',
};

/** A list of one type is of that type, as `slice` makes it. */
function memberType(list: readonly GoValue[]): string {
  const names = new Set(list.map(typeName));
  const [only] = names;
  return names.size === 1 && only !== undefined && only !== '<nil>' ? only : 'interface {}';
}
