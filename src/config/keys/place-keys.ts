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

/** It may lie outside the book, as the flag's may. Whether it is fit for it is found out when it is opened. */
const destination = valueKind(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : null),
  'the path of a folder',
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
