import { diagnose } from '../diagnostics/catalogue.js';
import { isMap, lowerKeys, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { Folders, Mount } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import { placePath, readPath, type SettingsTree } from './settings-tree.js';

/** Hugo's way to name more folders of static files, each after those before: `staticDir0` to `staticDir10`. */
export const numberedKeys: readonly string[] = Array.from(
  { length: 11 },
  (_, number) => `staticDir${number}`,
);

const staticKeys = ['staticDir', ...numberedKeys];

/** Where a book's files lie that says nothing of it. */
const usualFolders: Folders = {
  content: [{ folder: 'content', at: '' }],
  staticFiles: [{ folder: 'static', at: '' }],
  data: [{ folder: 'data', at: '' }],
};

type Part = keyof Folders;

const targets: Readonly<Record<string, Part>> = { content: 'content', static: 'staticFiles', data: 'data' };

/** Parts of a Hugo site that nothing is read from here. */
const otherTargets = ['archetypes', 'assets', 'i18n', 'layouts'];

/**
 * Reads where the files of a book lie: `contentDir`, `staticDir` (one or several), `dataDir`, and Hugo's
 * `module.mounts`, which go instead of them as soon as they name the part. Of static files with one path the last
 * counts, as in Hugo. Reports `config/invalid-value` for what is no folder inside the book, and
 * `config/unsupported-key` for a mount from elsewhere, which is passed over.
 *
 * @param languages The settings of each language, which may have static files of its own.
 */
export function readFolders(
  tree: SettingsTree | null,
  languages: readonly SettingsTree[] = [],
): Outcome<Folders> {
  if (tree === null) return { value: usualFolders, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const mounts = readMounts(tree, diagnostics);
  const find = (part: Part, named: readonly (readonly Mount[] | null)[]): readonly Mount[] => {
    const mounted = mounts.filter((mount) => mount.part === part).map(({ part: _, ...mount }) => mount);
    if (mounted.length > 0) return mounted;
    const found = named.flatMap((folders) => folders ?? []);
    return found.length > 0 ? found : usualFolders[part];
  };
  const trees = languages.length === 0 ? [tree] : languages;
  const staticFiles = trees.flatMap((one) => staticKeys.map((key) => readFolder(one, key, diagnostics)));
  const value = {
    content: find('content', [readFolder(tree, 'contentDir', diagnostics)]),
    staticFiles: dropEarlier(find('staticFiles', staticFiles)).toReversed(),
    data: find('data', [readFolder(tree, 'dataDir', diagnostics)]),
  };
  return { value, diagnostics };
}

/** Each folder once, where it is named last. */
function dropEarlier(mounts: readonly Mount[]): readonly Mount[] {
  const isSame = (one: Mount, two: Mount) => JSON.stringify(one) === JSON.stringify(two);
  return mounts.filter((mount, index) => !mounts.slice(index + 1).some((later) => isSame(mount, later)));
}

function readFolder(tree: SettingsTree, key: string, diagnostics: Diagnostic[]): readonly Mount[] | null {
  const value = readPath(tree.keys, key) ?? null;
  if (value === null) return null;
  const written: readonly PlainValue[] = Array.isArray(value) && staticKeys.includes(key) ? value : [value];
  const folders = written.map(readInside);
  if (!folders.includes(null)) return folders.map((folder) => ({ folder: folder ?? '', at: '' }));
  const details = { key, value: describe(value), expected: 'a folder inside the book' };
  diagnostics.push(diagnose('config/invalid-value', details, placePath(tree, key, 'value')));
  return null;
}

function readMounts(
  tree: SettingsTree,
  diagnostics: Diagnostic[],
): readonly (Mount & { readonly part: Part })[] {
  const value = readPath(tree.keys, 'module.mounts') ?? [];
  const list: readonly PlainValue[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    const keys = isMap(entry) ? lowerKeys(entry) : {};
    const { source = null, target = null } = keys;
    const folder = readInside(source);
    const [first = '', ...below] = typeof target === 'string' ? splitPath(target) : [];
    const part = Object.hasOwn(targets, first) ? targets[first] : undefined;
    if (part !== undefined && folder !== null)
      return [{ part, folder, at: below.join('/'), ...readPatterns(keys) }];
    if (!otherTargets.includes(first)) diagnostics.push(passOver(tree, describe(source)));
    return [];
  });
}

/** `files`, or the older pair `includeFiles` and `excludeFiles`; what is no pattern leaves nothing out. */
function readPatterns({
  files = null,
  includefiles = null,
  excludefiles = null,
}: PlainMap): Pick<Mount, 'files'> {
  const patterns = [
    ...listTexts(files).map((pattern) => pattern.replace(/^!\s*/, '!')),
    ...listTexts(includefiles),
    ...listTexts(excludefiles).map((pattern) => `!${pattern}`),
  ];
  return patterns.length === 0 ? {} : { files: patterns };
}

function listTexts(value: PlainValue): readonly string[] {
  const list: readonly PlainValue[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string').map((item) => item.replace(/^\//, ''));
}

function passOver(tree: SettingsTree, source: string): Diagnostic {
  const place = placePath(tree, 'module.mounts', 'key');
  return diagnose(
    'config/unsupported-key',
    { keys: [`module.mounts, source ${source.replaceAll('`', '')}`] },
    place,
  );
}

/** A folder as a path with `/` that stays inside the book; null for any other value. */
export function readInside(value: PlainValue): string | null {
  if (typeof value !== 'string' || /^(?:[\\/]|[a-z]:)/i.test(value)) return null;
  const parts = splitPath(value);
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

function splitPath(path: string): readonly string[] {
  return path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
}

function describe(value: PlainValue): string {
  return typeof value === 'object' && value !== null ? 'a list or a group of keys' : `\`${value}\``;
}
