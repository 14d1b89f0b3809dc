import { failEvaluation } from '../../go-templates/faults.js';
import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { toText } from '../../go-templates/values/convert.js';
import { foreignText } from '../../go-templates/values/origin.js';
import { type GoMap, type GoValue, isGoMap, isGoText } from '../../go-templates/values/value.js';
import { type Desk, toolsOf } from '../desk.js';

/** `ref` and `relref`: with the page first, as Hugo's functions are called. */
export function referenceFunctions(desk: Desk): readonly FunctionEntry[] {
  return [
    ['urls.Ref ref', 1, 2, (args) => referTo(args.at(-1) ?? null, true, desk)],
    ['urls.RelRef relref', 1, 2, (args) => referTo(args.at(-1) ?? null, false, desk)],
  ];
}

/** The address of a page by its path, or by a map with `path` and `lang`, or by a list of both. */
export function referTo(target: GoValue, isWhole: boolean, desk: Desk): GoValue {
  const [path, language] = readTarget(target);
  const address = toolsOf(desk).refer(path, language, isWhole);
  const isOwn = typeof target === 'string';
  return isOwn ? address : foreignText(address);
}

function readTarget(target: GoValue): readonly [path: string, language: string] {
  if (isGoText(target)) return [toText(target), ''];
  if (isGoMap(target)) return [option(target, 'path'), option(target, 'lang')];
  if (Array.isArray(target)) return [toText(target[0]), toText(target[1])];
  return failEvaluation('invalid arguments for ref: a path, or a map with `path`, is expected');
}

function option({ entries }: GoMap, name: string): string {
  const found = [...entries].find(([key]) => key.toLowerCase() === name);
  return toText(found?.[1]);
}
