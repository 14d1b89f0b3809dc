import { parseArgs } from 'node:util';
import { nearestWord } from '../../text/nearest.js';
import { hugoFlags } from './hugo-flags.js';
import { type FlagSpec, type FlagValues, helpFlag } from './options.js';

/** What the words after the command's name say. */
export type ParsedArguments =
  | {
      readonly ok: true;
      readonly flags: FlagValues;
      readonly words: readonly string[];
      /** One sentence for each accepted flag of Hugo's that changes nothing. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** A flag as it was met: the name with its dashes as written, and the value if one came with it. */
interface MetFlag {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

/** A piece of the command line. */
type Token =
  | ({ readonly kind: 'option' } & MetFlag)
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/**
 * Reads a command's arguments against its flags: `--flag`, `--flag=VALUE`, `--flag VALUE`, `-f VALUE`, switches run
 * together (`-DF`), `--` ends the flags. A switch may be given as `--flag=true` or `--flag=false`, as in Hugo.
 * Pure; an unknown flag names the nearest one.
 */
export function parseArguments(specs: readonly FlagSpec[], argv: readonly string[]): ParsedArguments {
  const table = flagTable([...specs, helpFlag]);
  const { tokens } = parseArgs({
    args: [...argv],
    options: nodeOptions(table),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const flags: Record<string, string | true> = {};
  const words: string[] = [];
  const notes: string[] = [];
  for (const token of joinBareValues(tokens, table)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const fault = readFlag(token, table, flags, notes);
    if (fault !== null) return { ok: false, message: fault };
  }
  return { ok: true, flags, words, notes };
}

type FlagTable = ReadonlyMap<string, FlagSpec>;

function flagTable(specs: readonly FlagSpec[]): FlagTable {
  return new Map(specs.flatMap((spec) => [spec.name, ...(spec.also ?? [])].map((name) => [name, spec])));
}

function nodeOptions(table: FlagTable) {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {};
  for (const [name, spec] of table) {
    const type = spec.value === undefined || spec.bareValue !== undefined ? 'boolean' : 'string';
    options[name] = name === spec.name && spec.short !== undefined ? { type, short: spec.short } : { type };
  }
  const taken = new Set([...table.values()].map(({ short }) => short));
  for (const [name, { value, short }] of Object.entries(hugoFlags)) {
    const type = value === true ? 'string' : 'boolean';
    options[name] ??= short === undefined || taken.has(short) ? { type } : { type, short };
  }
  return options;
}

/** A flag that may do without a value takes the word behind it that looks like one: `--poll 2s`, but not `--poll book`. */
function joinBareValues(tokens: readonly Token[], table: FlagTable): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const flag = joined.at(-1);
    const isValue =
      token.kind === 'positional' &&
      /^\d/.test(token.value) &&
      flag?.kind === 'option' &&
      flag.value === undefined &&
      table.get(flag.name)?.bareValue !== undefined;
    if (isValue) joined.splice(-1, 1, { ...flag, value: token.value });
    else joined.push(token);
  }
  return joined;
}

/** Takes one flag in; returns the sentence of its fault, or null. */
function readFlag(
  met: MetFlag,
  table: FlagTable,
  flags: Record<string, string | true>,
  notes: string[],
): string | null {
  const spec = table.get(met.name);
  if (spec === undefined) return readHugoFlag(met, table, notes);
  if (spec.value === undefined) return readSwitch(spec, met, flags);
  const value = met.value ?? spec.bareValue;
  if (value === undefined || value === '') {
    return `${met.rawName} needs a value: ${met.rawName} ${spec.value}.`;
  }
  const before = spec.isList === true ? flags[spec.name] : undefined;
  flags[spec.name] = typeof before === 'string' ? `${before},${value}` : value;
  return null;
}

function readSwitch(spec: FlagSpec, met: MetFlag, flags: Record<string, string | true>): string | null {
  if (met.value === undefined || met.value === 'true') flags[spec.name] = true;
  else if (met.value === 'false') delete flags[spec.name];
  else return `${met.rawName} is a switch and takes no value, not "${met.value}".`;
  return null;
}

function readHugoFlag(met: MetFlag, table: FlagTable, notes: string[]): string | null {
  const known = Object.hasOwn(hugoFlags, met.name) ? hugoFlags[met.name] : undefined;
  if (known === undefined) {
    const nearest = nearestWord(met.name, [...table.keys()]);
    return `There is no flag ${met.rawName}${nearest === null ? '.' : `; did you mean --${nearest}?`}`;
  }
  notes.push(`${met.rawName} has no effect: ${known.reason}.`);
  return null;
}
