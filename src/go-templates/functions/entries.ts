import type { FunctionTable, GoFunction, Session } from '../library.js';
import { type PlainRun, spreadOrigin } from '../values/origin.js';
import type { GoValue } from '../values/value.js';

/** A function with its names (`strings.ToLower lower`), and how many arguments it takes at least and at most. */
export type FunctionEntry = readonly [
  names: string,
  least: number,
  most: number,
  run: (args: readonly GoValue[], session: Session) => GoValue,
];

/** A function that makes texts of texts: what it makes is no more to be trusted than what it was given. */
export function onTexts(names: string, least: number, most: number, run: PlainRun): FunctionEntry {
  return [names, least, most, (args) => spreadOrigin(run, args)];
}

/** Any number of arguments. */
export const many = Number.POSITIVE_INFINITY;

/** A table of functions by each of their names; of two for one name the later stands. */
export function tabulate(entries: readonly FunctionEntry[]): FunctionTable {
  const table = new Map<string, GoFunction>();
  for (const [names, least, most, run] of entries) {
    for (const name of names.split(' ')) table.set(name, { least, most, run });
  }
  return table;
}
