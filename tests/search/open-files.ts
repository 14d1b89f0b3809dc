import type { IndexRoot } from '../../src/browser/search/index-root.js';
import { openIndex, type SearchIndex } from '../../src/browser/search/open-index.js';

/** An index in memory, and which of its files were loaded. */
export interface OpenedIndex extends SearchIndex {
  readonly root: IndexRoot;
  readonly loaded: Set<string>;
}

/** Opens an index as a browser does: its files are run, and call with their data. */
export function openFiles(read: (path: string) => string | undefined): OpenedIndex {
  const run = (path: string): { readonly data: unknown; readonly stem: (word: string) => string } => {
    const text = read(path);
    if (text === undefined) throw new Error(`There is no ${path}.`);
    let data: unknown;
    const call = (_name: string, value: unknown) => {
      data = value;
    };
    const stemmer = new Function(
      'octavoSearch',
      `${text}; return typeof octavoStem === 'object' ? octavoStem.stemmer : null`,
    )(call);
    return { data, stem: stemmer ?? ((word: string) => word) };
  };
  const { data, stem } = run('search/index.js');
  const root = data as IndexRoot;
  const loaded = new Set<string>();
  const load = async (name: string): Promise<string> => {
    loaded.add(name);
    return run(`search/${root.folder}/${name}.js`).data as string;
  };
  return { ...openIndex(root, load, stem), root, loaded };
}
