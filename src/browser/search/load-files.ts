import type { IndexRoot, LoadFile } from './index-root.js';
import { remember } from './remember.js';

declare global {
  /** What the files of `search/` call with their name and their data. */
  var octavoSearch: ((name: string, data: unknown) => void) | undefined;
}

/** Loads the files of a book's index. */
export interface IndexLoader {
  /** The root; `again` counts the attempts, so that a newer one is loaded after the book was published again. */
  readonly loadRoot: (again: number) => Promise<IndexRoot>;
  readonly loadFrom: (files: IndexRoot['files']) => LoadFile;
}

/** Digits of a published name. */
const NAME_LENGTH = 10;

/** What a file is called below `search/`: named `t12` by this script, it is the thirteenth of its kind. */
export function findPublished(name: string, files: IndexRoot['files']): string {
  const [kind = ''] = name;
  const start = Number(name.slice(1)) * NAME_LENGTH;
  return `${kind}/${files[kind]?.slice(start, start + NAME_LENGTH) ?? ''}`;
}

/** They are scripts, because a page on a disk may load nothing else. */
export function createLoader(home: URL): IndexLoader {
  const waiting = new Map<string, (data: unknown) => void>();
  globalThis.octavoSearch = (name, data) => waiting.get(name)?.(data);
  const load = (name: string, path: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      waiting.set(name, resolve);
      // A file that was cut off on its way is no script: it is loaded, and has not called. If it has, rejecting means nothing.
      const end = () => {
        script.remove();
        reject(new Error(`${script.src} cannot be loaded`));
      };
      script.addEventListener('error', end);
      script.addEventListener('load', end);
      script.src = new URL(`search/${path}`, home).href;
      document.head.append(script);
    });
  return {
    // Only `src/search/write-index.ts` writes these files: an object in the root, a text in all others.
    loadRoot: async (again) =>
      (await load('index', again === 0 ? 'index.js' : `index.js?again=${again}`)) as IndexRoot,
    loadFrom: (files) => {
      // Two of them are one file where their data are the same.
      const loadPublished = remember((path: string) => load(path, `${path}.js`));
      return async (name) => (await loadPublished(findPublished(name, files))) as string;
    },
  };
}
