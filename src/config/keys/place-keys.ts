import { isMap, type PlainValue } from '../../formats/plain.js';
import type { JsonSchema } from '../../model/json-schema.js';
import { type ConfigKey, defineElsewhere, defineKey } from '../config-key.js';
import { numberedKeys } from '../folders.js';
import { flag, valueKind, wordsSchema } from './kinds.js';

const path: JsonSchema = { type: 'string', minLength: 1 };
const mounts: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: { source: path, target: path, files: wordsSchema },
  },
};

/** It may be outside the book, as the flag's may. Whether it is fit for it is found out when it is opened. */
const destination = valueKind(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : null),
  'the path of a folder',
  path,
);

/** A module of Go's (`github.com/…`) is a name as well: where it is not vendored, nothing is in its folder. */
function isFolderName(value: PlainValue): value is string {
  return typeof value === 'string' && !value.startsWith('/') && !value.split(/[\\/]/).includes('..');
}

const themeNames = valueKind(
  (value) => {
    const names: readonly PlainValue[] = Array.isArray(value) ? value : [value];
    return names.every(isFolderName) ? names.filter((name) => name !== '') : null;
  },
  'the name of a theme, or a list of them,',
  wordsSchema,
);

const imports = valueKind(
  (value) => {
    const entries: readonly PlainValue[] = Array.isArray(value) ? value : [value];
    const paths = entries.map((entry) => (isMap(entry) ? (entry['path'] ?? '') : ''));
    return paths.every(isFolderName) ? paths.filter((path) => path !== '') : null;
  },
  'a list of modules, each with a `path`,',
  { type: 'array', items: { type: 'object', properties: { path } } },
);

const folderInside = valueKind(
  (value) => (isFolderName(value) ? value.replace(/^\.?\/+|(?<!\/)\/+$/g, '') || 'themes' : null),
  'a folder inside the book',
  path,
);

/** Where the files of a book lie, and where it is published. */
export const placeKeys: readonly ConfigKey[] = [
  defineElsewhere('contentDir', path, '`content`', 'the folder of the chapters'),
  defineElsewhere(
    'staticDir',
    wordsSchema,
    '`static`',
    "the folder of the files that are copied, or a list of folders: of two files with one path the last counts, as in Hugo. `staticDir0` to `staticDir10` name more. A language's own go over those of the languages before it",
  ),
  ...numberedKeys.map((name) => ({
    ...defineElsewhere(name, wordsSchema, '', 'further folders of files that are copied'),
    sameAs: 'staticDir',
  })),
  defineKey(
    'publishDir',
    'publication.folder',
    destination,
    'public',
    'the folder that the book is published to; `-d` counts more',
    { isShared: true },
  ),
  defineElsewhere('dataDir', path, '`data`', 'the folder of [data files](../templates/data.md)', true),
  defineElsewhere(
    'module.mounts',
    mounts,
    'none',
    'folders put together, as in Hugo; a mount of `content`, `static` or `data` goes instead of the key above',
    true,
  ),
  defineKey(
    'theme',
    'themes',
    themeNames,
    [],
    "themes of Hugo's whose [shortcodes and render hooks](../templates/hugo-templates.md) are evaluated, the first before those after it",
    { isShared: true },
  ),
  defineKey('themesDir', 'themesFolder', folderInside, 'themes', 'the folder that they are in', {
    isShared: true,
  }),
  defineKey(
    'module.imports',
    'imports',
    imports,
    [],
    "modules of Hugo's, taken as themes where they are vendored (`hugo mod vendor`)",
    { isShared: true },
  ),
  defineKey(
    'cleanDestinationDir',
    'publication.takeOver',
    flag,
    false,
    'files that Octavo did not write are overwritten where the book is published, as with `--take-over`',
    { isShared: true },
  ),
  defineKey(
    'panicOnWarning',
    'publication.failOnWarnings',
    flag,
    false,
    'a warning keeps the book from being published, as `--fail-on-warnings` does',
    { isShared: true },
  ),
];
