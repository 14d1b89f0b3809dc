import { posix } from 'node:path';
import { toText } from '../values/convert.js';
import { type GoObject, type GoValue, isList } from '../values/value.js';
import { type FunctionEntry, many, onTexts } from './entries.js';

/** `path` of Hugo: paths with `/`, by name alone. */
export const pathFunctions: readonly FunctionEntry[] = [
  onTexts('path.Base', 1, 1, ([path]) => baseOf(toText(path))),
  onTexts('path.BaseName', 1, 1, ([path]) => {
    const base = baseOf(toText(path));
    return base.slice(0, base.length - extensionOf(base).length);
  }),
  onTexts('path.Dir', 1, 1, ([path]) => clean(folderOf(toText(path)))),
  onTexts('path.Ext', 1, 1, ([path]) => extensionOf(toText(path))),
  onTexts('path.Clean', 1, 1, ([path]) => clean(toText(path))),
  onTexts('path.Join', 1, many, (parts) => {
    const named = parts
      .flatMap((part) => (isList(part) ? part.map(toText) : [toText(part)]))
      .filter((part) => part !== '');
    return named.length === 0 ? '' : clean(named.join('/'));
  }),
  ['path.Split', 1, 1, ([path]) => splitPath(path ?? null)],
];

function baseOf(path: string): string {
  if (path === '') return '.';
  const bare = path.replace(/(?<!\/)\/+$/, '');
  return bare.slice(bare.lastIndexOf('/') + 1) || '/';
}

/** Up to the last slash, with it. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function extensionOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}

/** Without `.`, `..` and doubled slashes. */
function clean(path: string): string {
  if (path === '') return '.';
  const normal = posix.normalize(path);
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal;
}

function splitPath(path: GoValue): GoObject {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/s.exec(toText(path)) ?? [];
  const fields = new Map([
    ['Dir', folder],
    ['File', file],
  ]);
  return {
    kind: 'object',
    type: 'paths.DirFile',
    member: (name) => fields.get(name),
    print: () => `${folder}|${file}`,
  };
}
