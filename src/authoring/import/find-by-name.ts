import { posix } from 'node:path';

/** Paths by what they are called elsewhere, in small letters: name, name without ending, and every end of the path. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

/** Indexes chapters and files for those who name them without their folders. Of two with one name none is found by it. */
export function indexNames(paths: readonly string[]): NameIndex {
  const index = new Map<string, string[]>();
  for (const path of paths) {
    const parts = path.toLowerCase().split('/');
    for (let from = 0; from < parts.length; from += 1) {
      const end = parts.slice(from).join('/');
      for (const name of new Set([end, end.replace(/\.(?:mdx?|markdown|txt)$/, '')]))
        index.set(name, [...(index.get(name) ?? []), path]);
    }
  }
  return index;
}

/** A path by its name, relative to the folder of another; null for none, or for more than one. */
export function findByName(name: string, from: string, index: NameIndex): string | null {
  const asked = name.toLowerCase().replace(/^(?:\.?\/|_posts\/)+/, '');
  const [found, ...others] = index.get(asked) ?? [];
  return found === undefined || others.length > 0 ? null : posix.relative(posix.dirname(from), found);
}
