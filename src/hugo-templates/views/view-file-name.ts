import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { GoObject } from '../../go-templates/values/value.js';
import { viewObject } from './member-table.js';

/** `.File` of a page: what the name of its file says. */
export function viewFileName(source: string, file: string): GoObject {
  const name = posix.basename(source);
  const folder = posix.dirname(source);
  const bare = name.slice(0, name.length - posix.extname(name).length);
  const dir = folder === '.' ? '/' : `${folder}/`;
  const isBundle = bare === 'index' || bare.startsWith('index.');
  return viewObject(
    'File',
    {
      Path: () => source,
      Filename: () => file,
      Dir: () => dir,
      LogicalName: () => name,
      BaseFileName: () => bare,
      TranslationBaseName: () => bare.replace(/\.[a-z]{2,3}(?:-[a-z]+)?$/i, ''),
      ContentBaseName: () =>
        isBundle ? posix.basename(folder) : bare.replace(/\.[a-z]{2,3}(?:-[a-z]+)?$/i, ''),
      Ext: () => posix.extname(name).slice(1),
      Lang: () => '',
      UniqueID: () => createHash('md5').update(source).digest('hex'),
      Section: () => source.split('/')[0] ?? '',
      IsContentAdapter: () => false,
    },
    { print: () => source },
  );
}
