import { printOperands, printValue, typeName } from './print.js';
import { type Directive, pad, printScalar } from './print-scalar.js';
import { quoteText } from './quote.js';
import {
  entryOf,
  type GoMap,
  type GoValue,
  isFloat,
  isGoMap,
  isGoText,
  isList,
  sortedKeys,
  textOf,
} from './value.js';

/** Wider than this is no width, as in Go. */
const WIDTH_LIMIT = 1_000_000;

const directive =
  /%([-+# 0]*)(?:\[(\d+)\])?(\*|[1-9]\d*)?(?:\.(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?([\s\S])?/uy;

/** Prints values by a format, as Go's `fmt.Sprintf` does, its complaints about verbs and operands included. */
export function printFormatted(format: string, operands: readonly GoValue[]): string {
  let printed = '';
  let next = 0;
  let isReordered = false;
  const take = (): GoValue | undefined => operands[next++];
  for (let at = 0; at < format.length; ) {
    const start = format.indexOf('%', at);
    printed += format.slice(at, start < 0 ? format.length : start);
    if (start < 0) break;
    directive.lastIndex = start;
    const found = directive.exec(format);
    if (found === null) break;
    at = directive.lastIndex;
    const [, flags = '', early, wide, middle, exact, late, verb] = found;
    const select = (index: string | undefined) => {
      if (index === undefined) return;
      next = Number(index) - 1;
      isReordered = true;
    };
    select(early);
    const width = wide === '*' ? wholeOf(take()) : wide === undefined ? null : wholeOf(Number(wide));
    const hasPoint = found[0].includes('.');
    select(middle);
    const precision = !hasPoint ? null : exact === '*' ? wholeOf(take()) : wholeOf(Number(exact ?? 0));
    select(late);
    if (verb === undefined) printed += '%!(NOVERB)';
    else if (verb === '%') printed += '%';
    else {
      const isLeft = width !== null && width < 0;
      const asked = { flags: isLeft ? `${flags}-` : flags, width: width && Math.abs(width), precision, verb };
      printed +=
        next < operands.length && next >= 0
          ? printOne(asked, take() ?? null)
          : missing(verb, next, isReordered);
    }
  }
  const extra = operands.slice(next);
  if (isReordered || extra.length === 0) return printed;
  return `${printed}%!(EXTRA ${extra.map(describe).join(', ')})`;
}

function missing(verb: string, next: number, isReordered: boolean): string {
  return isReordered && next < 0
    ? `%!${verb}(BADINDEX)`
    : `%!${verb}(${isReordered ? 'BADINDEX' : 'MISSING'})`;
}

function wholeOf(value: GoValue | undefined): number | null {
  return typeof value === 'number' && Math.abs(value) <= WIDTH_LIMIT ? value : null;
}

function describe(value: GoValue): string {
  return value === null ? '<nil>' : `${typeName(value)}=${printValue(value)}`;
}

function printOne(asked: Directive, value: GoValue): string {
  const { verb } = asked;
  if (verb === 'T') return pad(typeName(value), asked);
  if (verb === 'v') return printAny(asked, value);
  if (value === null) return `%!${verb}(<nil>)`;
  if (isList(value)) return `[${value.map((item) => printOne(asked, item)).join(' ')}]`;
  if (isGoMap(value)) return printMap(asked, value);
  return printScalar(asked, value) ?? `%!${verb}(${describe(value)})`;
}

function printMap(asked: Directive, map: GoMap): string {
  const key = (name: string) => printOne(asked, name);
  return `map[${sortedKeys(map)
    .map((name) => `${key(name)}:${printOne(asked, entryOf(map, name) ?? null)}`)
    .join(' ')}]`;
}

/** `%v`: numbers take width, flags and precision as `%d` and `%g` do. */
function printAny(asked: Directive, value: GoValue): string {
  if (asked.flags.includes('#')) return pad(printSource(value), asked);
  if (typeof value === 'number') return printScalar({ ...asked, verb: 'd' }, value) ?? '';
  if (isFloat(value)) return printScalar({ ...asked, verb: 'g' }, value) ?? '';
  if (isGoText(value)) return printScalar({ ...asked, verb: 's' }, value) ?? '';
  if (isList(value)) return `[${value.map((item) => printAny(asked, item)).join(' ')}]`;
  return pad(printOperands([value]), { ...asked, flags: asked.flags.replace('0', '') });
}

/** `%#v`, as a Go program would write it. */
function printSource(value: GoValue): string {
  if (value === null) return 'interface {}(nil)';
  if (isGoText(value)) return quoteText(textOf(value));
  if (isList(value)) return `${typeName(value)}{${value.map(printSource).join(', ')}}`;
  if (!isGoMap(value)) return printValue(value);
  const pairs = sortedKeys(value).map(
    (key) => `${quoteText(key)}:${printSource(entryOf(value, key) ?? null)}`,
  );
  return `map[string]interface {}{${pairs.join(', ')}}`;
}
