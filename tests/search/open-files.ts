import type { IndexRoot } from '../../src/browser/search/index-root.js';
import { checkLength, findPublished } from '../../src/browser/search/load-files.js';
import { openIndex, type SearchIndex } from '../../src/browser/search/open-index.js';

/** An index in memory, and which of its files were loaded. */
export interface OpenedIndex extends SearchIndex {
  readonly root: IndexRoot;
  readonly loaded: Set<string>;
  /** The page of a section, and the id of its heading. */
  readonly locate: (section: number) => Promise<{ readonly path: string; readonly id: string }>;
}

/** Opens an index as a browser does: its files are run, and call with their data. */
export function openFiles(readBytes: (path: string) => Uint8Array): OpenedIndex {
  const read = (path: string) => Buffer.from(readBytes(path)).toString();
  const run = (path: string): { readonly data: unknown; readonly stem: (word: string) => string } => {
    const text = read(path);
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
  const text = async (name: string): Promise<string> => {
    loaded.add(name);
    return run(`search/${findPublished(name, root.files)}.js`).data as string;
  };
  const bytes = async (name: string): Promise<Uint8Array> => {
    if (root.scripts === 1) return checkLength(Buffer.from(await text(name), 'base64'));
    loaded.add(name);
    return checkLength(readBytes(`search/${findPublished(name, root.files)}.bin`));
  };
  const index = openIndex(root, { text, bytes }, stem);
  const locate = async (section: number) => {
    const { path, number } = await index.names.find(section);
    return { path, id: number === -1 ? '' : (listIds(read(`${path}index.html`))[number] ?? '') };
  };
  return { ...index, root, loaded, locate };
}

/** The ids of the headings of a page's text, in order. */
function listIds(html: string): readonly string[] {
  const text = html.slice(html.indexOf('<div class="prose"'));
  return [...text.matchAll(/<h[1-6]\b[^>]*? id="([^"]*)"/g)].map(([, id = '']) => id);
}
