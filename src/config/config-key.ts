import type { PlainValue } from '../formats/plain.js';
import type { JsonSchema } from '../model/json-schema.js';
import { type SettingAt, type SettingPath, setSetting } from './setting-path.js';
import type { Settings } from './settings.js';

/** A value that can be used, or what was expected instead, as part of a sentence. */
export type ReadValue<Value> = { readonly value: Value } | { readonly expected: string };

/** What can stand as the value of a key. */
export interface ValueKind<Value> {
  readonly read: (value: PlainValue) => ReadValue<Value>;
  readonly schema: JsonSchema;
}

/** One key of the configuration, and all that is known of it. */
export interface ConfigKey {
  /** In Hugo's spelling, dotted. */
  readonly name: string;
  /** What it is about, in Markdown, as the manual has it; addresses in it are those of its chapter. */
  readonly about: string;
  /** What counts without it, as the manual has it. */
  readonly usual: string;
  readonly schema: JsonSchema;
  /** Where its value goes, and what stands there without it; null for a key that does something else. */
  readonly place: { readonly path: SettingPath; readonly value: unknown } | null;
  /** The name that is used today, for a key that is only another name for it. */
  readonly sameAs: string | null;
  /** Whether it is the book's, so that no language can have its own. */
  readonly isShared: boolean;
  /** Returns what was expected, as part of a sentence, when the value cannot be used. */
  readonly apply: (settings: Settings, value: PlainValue) => string | null;
}

/** What a row of the table says besides. */
interface More {
  /** Where the manual says more of what counts without the key than its value. */
  readonly usual?: string;
  readonly isShared?: true;
}

/** A key whose value goes to a place in the settings, which has `value` without it. */
export function defineKey<Path extends SettingPath>(
  name: string,
  path: Path,
  kind: ValueKind<SettingAt<Path>>,
  value: SettingAt<Path>,
  about: string,
  { usual = printUsual(value), isShared }: More = {},
): ConfigKey {
  return {
    ...{ name, about, usual, schema: kind.schema, place: { path, value }, sameAs: null },
    isShared: isShared === true,
    apply: (settings, written) => {
      const read = kind.read(written);
      if ('expected' in read) return read.expected;
      setSetting(settings, path, read.value);
      return null;
    },
  };
}

/** A key that does more than to put its value somewhere: `apply` is that of `ConfigKey`. */
export function defineRule(
  name: string,
  schema: JsonSchema,
  apply: ConfigKey['apply'],
  about: string,
  usual = '',
): ConfigKey {
  return { name, about, usual, schema, place: null, sameAs: null, isShared: false, apply };
}

/** Another name for a key; it stands before that one in the table, which therefore decides where both are set. */
export function defineAlias(name: string, key: ConfigKey): ConfigKey {
  return { ...key, name, about: `another name for \`${key.name}\``, sameAs: key.name, place: null };
}

/** A key that is read by a module of its own. */
export function defineElsewhere(
  name: string,
  schema: JsonSchema,
  usual: string,
  about: string,
  isShared = false,
): ConfigKey {
  return { name, about, usual, schema, place: null, sameAs: null, isShared, apply: () => null };
}

/** `false` as code, `''` as "empty", a list or group without entries as "none". */
function printUsual(value: unknown): string {
  if (value === null) return 'none';
  if (value === '') return 'empty';
  if (typeof value !== 'object') return `\`${String(value)}\``;
  if (Array.isArray(value) && value.length > 0) return `\`[${value.join(', ')}]\``;
  return 'none';
}
