import { FAILSAFE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import type { RawData } from './parse-data.js';

/**
 * Scalars as Hugo 0.169 reads them, which is YAML 1.2 (content rule 21.9) with leading zeros as octal (rule 21.1):
 * `yes`, `no`, `on`, `12:30:45`, `14e2` and dates stay text as written; so do integers a number cannot hold.
 */
const schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', /^(?:~|null|Null|NULL)?$/, () => null),
    scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => text.charCodeAt(0) % 0x20 === 0x14),
    scalar('int', /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]*|0[bB][01_]+|[1-9][0-9_]*)$/, readInteger),
    scalar('float', /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/, readFloat),
    new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text) => text === '<<' }),
  ],
});

// js-yaml knows the two limits, its type definitions do not yet.
const limits = { maxDepth: 64, maxTotalMergeKeys: 10_000 };
const options = { schema, ...limits };

/** Parses one YAML document. Never throws; a duplicate key is a fault; lines and columns start at 1. */
export function parseYaml(text: string): RawData {
  try {
    return { ok: true, value: load(text, options) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (error.mark === undefined) return { ok: false, message: error.reason, ...findSecondDocument(text) };
    return { ok: false, message: error.reason, line: error.mark.line + 1, column: error.mark.column + 1 };
  }
}

function scalar(name: string, pattern: RegExp, construct: (text: string) => unknown): Type {
  const resolve = (text: string | null) => pattern.test(text ?? '') && construct(text ?? '') !== undefined;
  return new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', resolve, construct });
}

function readInteger(text: string): number | undefined {
  const digits = text.replace(/^[-+]|_/g, '').replace(/^0(?=[0-7])/, '0o');
  const value = digits === '' ? Number.NaN : Number(digits);
  if (!Number.isSafeInteger(value)) return undefined;
  return text.startsWith('-') && value !== 0 ? -value : value;
}

function readFloat(text: string): number | undefined {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}

/** js-yaml names no place for the one fault of a second document. */
function findSecondDocument(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(line));
  return { line: Math.max(end, 0) + 1, column: 1 };
}
