import { failEvaluation } from '../../go-templates/faults.js';
import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { toText } from '../../go-templates/values/convert.js';
import type { Desk } from '../desk.js';
import { hasProjectFile, listProjectFolder, readProjectFile } from '../read-project-file.js';
import { viewObject } from '../views/member-table.js';
import { matchNames, viewAsset } from '../views/view-resource.js';

/** Files below `assets/`, and files of the project by their names. */
export function resourceFunctions(desk: Desk): readonly FunctionEntry[] {
  const { assets, settings, templates } = desk.site;
  const byPath = new Map(assets.map((asset) => [asset.path.toLowerCase(), asset]));
  const match = (pattern: string) => {
    const matches = matchNames(pattern);
    return assets.filter(({ path }) => matches(path)).map((asset) => viewAsset(asset, desk));
  };
  const { root } = settings;
  const layouts = new Set(templates.map(({ path }) => bareLayout(path)));
  return [
    [
      'resources.Get',
      1,
      1,
      ([path]) => {
        const found = byPath.get(toText(path).replace(/^\/+/, '').toLowerCase());
        return found === undefined ? null : viewAsset(found, desk);
      },
    ],
    ['resources.GetMatch', 1, 1, ([pattern]) => match(toText(pattern))[0] ?? null],
    ['resources.Match', 1, 1, ([pattern]) => match(toText(pattern))],
    ['templates.Exists', 1, 1, ([path]) => layouts.has(bareLayout(toText(path)))],
    ['os.FileExists fileExists', 1, 1, ([path]) => fileExists(root, toText(path))],
    [
      'os.ReadFile readFile',
      1,
      1,
      ([path]) =>
        readProjectFile(root, toText(path)) ??
        failEvaluation(`file "${toText(path)}" does not exist in this project`),
    ],
    [
      'os.ReadDir readDir',
      1,
      1,
      ([path]) => {
        const entries =
          listProjectFolder(root, toText(path)) ??
          failEvaluation(`folder "${toText(path)}" does not exist in this project`);
        return entries.map(([name, isFolder]) =>
          viewObject('fs.FileInfo', { Name: () => name, IsDir: () => isFolder }, { print: () => name }),
        );
      },
    ],
  ];
}

/** A path below `layouts/`, its folder by the old name. */
function bareLayout(path: string): string {
  return path.replace(/^\//, '').replace(/^_(?=partials\/|shortcodes\/)/, '');
}

/** As in Hugo, a path is one of the project or of its content. */
function fileExists(root: string, path: string): boolean {
  return (
    path !== '' && (hasProjectFile(root, path) || hasProjectFile(root, `content/${path.replace(/^\//, '')}`))
  );
}
