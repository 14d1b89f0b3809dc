import { failEvaluation, refuseName } from '../faults.js';
import { isHugoMember } from '../functions/refused-names.js';
import { typeName } from '../values/print.js';
import { entryOf, type GoMethod, type GoValue, isGoMap, isObject } from '../values/value.js';

export const noArguments = (): readonly GoValue[] => [];

/** Goes from field to field; the last one is given the arguments. */
export function walkFields(
  start: GoValue,
  names: readonly string[],
  args: () => readonly GoValue[],
): GoValue {
  let value = start;
  names.forEach((name, at) => {
    value = readField(value, name, at === names.length - 1 ? args : noArguments);
  });
  return value;
}

function readField(value: GoValue, name: string, args: () => readonly GoValue[]): GoValue {
  // A key of nothing is nothing.
  if (value === null) return null;
  if (isGoMap(value)) {
    if (args().length > 0) failEvaluation(`${name} has arguments but cannot be invoked as function`);
    return entryOf(value, name) ?? null;
  }
  const member = isObject(value) ? value.member(name) : undefined;
  if (member === undefined) {
    if (isObject(value) && isHugoMember(name)) return refuseName(`.${name}`);
    return failEvaluation(`can't evaluate field ${name} in type ${typeName(value)}`);
  }
  if (isMethod(member)) return member.call(args());
  if (args().length > 0) failEvaluation(`${name} has arguments but cannot be invoked as function`);
  return member;
}

function isMethod(member: GoValue | GoMethod): member is GoMethod {
  return typeof member === 'object' && member !== null && 'kind' in member && member.kind === 'method';
}

/** A field of a value by a path such as `Params.color`; undefined where there is none. */
export function readFieldPath(start: GoValue, path: readonly string[]): GoValue | undefined {
  let value: GoValue | undefined = start;
  for (const name of path) {
    if (isGoMap(value)) value = entryOf(value, name);
    else {
      const member: GoValue | GoMethod | undefined = isObject(value) ? value.member(name) : undefined;
      value = member !== undefined && isMethod(member) ? member.call([]) : member;
    }
  }
  return value;
}
