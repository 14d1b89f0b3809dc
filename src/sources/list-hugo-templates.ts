import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files below `layouts/` of the site and of its themes, with `/`. */
export function listHugoTemplates(root: string): readonly string[] {
  const themes = listFolder(join(root, 'themes')).map((name) => join('themes', name));
  return ['.', ...themes].flatMap((folder) => {
    const layouts = join(root, folder, 'layouts');
    return listFiles(layouts).map((path) => relative(root, join(layouts, path)).replaceAll('\\', '/'));
  });
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch {
    return [];
  }
}
