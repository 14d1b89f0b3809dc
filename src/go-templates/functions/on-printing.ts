import { runPartial } from '../evaluate/run-template.js';
import { failEvaluation } from '../faults.js';
import type { Session } from '../library.js';
import { toText } from '../values/convert.js';
import { printOperands, printValue } from '../values/print.js';
import { printFormatted } from '../values/printf.js';
import {
  type GoText,
  type GoValue,
  isGoMap,
  isGoText,
  isList,
  itemsOf,
  type TextForm,
} from '../values/value.js';
import { type FunctionEntry, many, onTexts } from './entries.js';

/** `fmt`, `safe`, `reflect` and `partials` of Hugo. */
export const printingFunctions: readonly FunctionEntry[] = [
  onTexts('fmt.Printf printf', 1, many, ([format, ...operands]) => printFormatted(toText(format), operands)),
  onTexts('fmt.Print print', 0, many, printOperands),
  onTexts('fmt.Println println', 0, many, (operands) => `${operands.map(printValue).join(' ')}\n`),
  [
    'fmt.Errorf errorf',
    1,
    many,
    ([format, ...operands]) => failEvaluation(printFormatted(toText(format), operands)),
  ],
  [
    'fmt.Erroridf erroridf',
    2,
    many,
    ([, format, ...operands]) => failEvaluation(printFormatted(toText(format), operands)),
  ],
  ['fmt.Warnf warnf', 1, many, ([format, ...operands], session) => warn(toText(format), operands, session)],
  [
    'fmt.Warnidf warnidf',
    2,
    many,
    ([, format, ...operands], session) => warn(toText(format), operands, session),
  ],
  ['safe.HTML safeHTML', 1, 1, vouch('html')],
  ['safe.HTMLAttr safeHTMLAttr', 1, 1, vouch('attribute')],
  ['safe.CSS safeCSS', 1, 1, vouch('style')],
  ['safe.JS safeJS', 1, 1, vouch('script')],
  onTexts('safe.JSStr safeJSStr', 1, 1, ([value]) => toText(value)),
  ['safe.URL safeURL', 1, 1, vouch('address')],
  ['reflect.IsMap', 1, 1, ([value]) => isGoMap(value)],
  ['reflect.IsSlice', 1, 1, ([value]) => isList(value) || (!isGoText(value) && itemsOf(value) !== null)],
  [
    'partials.Include partial',
    1,
    many,
    ([name, dot], session) => runPartial(toText(name), dot ?? null, session),
  ],
  [
    'partials.IncludeCached partialCached',
    1,
    many,
    ([name, dot], session) => {
      return runPartial(toText(name), dot ?? null, session);
    },
  ],
];

function warn(format: string, operands: readonly GoValue[], { library }: Session): GoValue {
  library.onWarning(printFormatted(format, operands));
  return '';
}

/** The text with a promise about what it is; whose text it is does not change. */
function vouch(form: TextForm) {
  return ([value]: readonly GoValue[]): GoText => {
    if (!isGoText(value) || typeof value === 'string')
      return { kind: 'text', text: toText(value), form, origin: 'owner' };
    // What a sanitiser has made stays so, as HTML only.
    const origin = value.origin === 'clean' && form !== 'html' ? 'foreign' : value.origin;
    return { ...value, form, origin };
  };
}
