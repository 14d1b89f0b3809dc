import type { Settings } from './settings.js';

/** Whether a type is a group of settings: not a list, and not a table whose keys are the owner's. */
type IsGroup<Value> = [Value] extends [readonly unknown[]]
  ? false
  : [Value] extends [object]
    ? string extends keyof Value
      ? false
      : true
    : false;

type PathsOf<Group> = {
  [Key in keyof Group & string]: IsGroup<Group[Key]> extends true
    ? Key | `${Key}.${PathsOf<Group[Key]>}`
    : Key;
}[keyof Group & string];

type ValueAt<Group, Path> = Path extends `${infer Key}.${infer Rest}`
  ? Key extends keyof Group
    ? ValueAt<Group[Key], Rest>
    : never
  : Path extends keyof Group
    ? Group[Path]
    : never;

/** The dotted path of a setting: `addresses.keepCase`. */
export type SettingPath = PathsOf<Settings>;

/** The type of what stands there. */
export type SettingAt<Path extends SettingPath> = ValueAt<Settings, Path>;

/** Puts a value at a path; groups on the way that are not there yet are made. */
export function setSetting<Path extends SettingPath>(
  settings: object,
  path: Path,
  value: SettingAt<Path>,
): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  // The type of the path vouches for what the loop cannot follow.
  let group = settings as Record<string, unknown>;
  for (const name of names) {
    group[name] ??= {};
    group = group[name] as Record<string, unknown>;
  }
  group[last] = value;
}
