import { dump, FAILSAFE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import type { RawData } from './data.js';
import { parseInteger } from './integer.js';
import { placeAt } from './place-at.js';
import type { PlainMap } from './plain.js';

/**
 * Scalars as Hugo 0.169 reads them, which is YAML 1.2 (content rule 21.9) with leading zeros as octal (rule 21.1):
 * `yes`, `no`, `on`, `12:30:45`, `14e2` and dates stay text as written; so do integers a number cannot hold.
 * No tag runs anything or stops a book: those of YAML cast a scalar, all others say nothing.
 */
const schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:null', { kind: 'scalar', resolve: isNull, construct: () => null }),
    scalar('bool', readBoolean),
    scalar('int', parseInteger),
    scalar('float', readFloat),
    new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text) => text === '<<' }),
  ],
  explicit: [
    cast('null', () => null),
    cast('int', (text) => parseInteger(text) ?? 0),
    cast('float', (text) => readFloat(text) ?? (Number(parseInteger(text)) || 0)),
    passed('scalar'),
    passed('sequence'),
    passed('mapping'),
  ],
});

// js-yaml knows the two limits, its type definitions do not yet.
const limits = { maxDepth: 64, maxTotalMergeKeys: 10_000 };
const options = { schema, ...limits };

/**
 * Parses one YAML document. Never throws; a key that is there twice is a fault, unless the last of them `counts`; lines
 * and columns start at 1.
 */
export function parseYaml(text: string, counts?: 'last'): RawData {
  try {
    return { ok: true, value: load(text, counts === 'last' ? { ...options, json: true } : options) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (error.mark === undefined) return { ok: false, message: error.reason, ...findSecondDocument(text) };
    return { ok: false, message: error.reason, ...placeAt(text, error.mark.position) };
  }
}

/** The data as a YAML document that `parseYaml` reads back. */
export function writeYaml(data: PlainMap): string {
  return dump(data, { lineWidth: 120, noRefs: true });
}

function isNull(text: string | null): boolean {
  return /^(?:~|null|Null|NULL)?$/.test(text ?? '');
}

/** A tag that makes something of any scalar, as in Hugo 0.169; without the tag the scalar decides. */
function cast(name: string, read: (text: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', construct: (text) => read(text ?? '') });
}

/**
 * Every other tag, which says nothing: as in Hugo 0.169, a value behind one is what is written, and a scalar is text.
 * `multi` makes a name the beginning of all that it stands for; nothing is the beginning of everything.
 */
function passed(kind: 'scalar' | 'sequence' | 'mapping'): Type {
  return new Type('', { kind, multi: true, construct: (value: unknown) => value });
}

/** A plain scalar that `read` understands; null leaves it to the next type, and at last to text. */
function scalar(name: string, read: (text: string) => unknown): Type {
  const resolve = (text: string | null) => read(text ?? '') !== null;
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve,
    construct: (text) => read(text ?? ''),
  });
}

function readBoolean(text: string): boolean | null {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  return /^(?:false|False|FALSE)$/.test(text) ? false : null;
}

function readFloat(text: string): number | null {
  if (!/^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) return null;
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : null;
}

/** js-yaml names no place for the one fault of a second document. */
function findSecondDocument(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(line));
  return { line: Math.max(end, 0) + 1, column: 1 };
}
