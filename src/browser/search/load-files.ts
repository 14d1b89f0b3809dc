import type { IndexRoot, LoadFile } from './index-root.js';

declare global {
  /** What the files of `search/` call with their name and their data. */
  var octavoSearch: ((name: string, data: unknown) => void) | undefined;
}

/** Loads the files of a book's index. */
export interface IndexLoader {
  /** The root; `again` counts the attempts, so that a newer one is loaded after the book was published again. */
  readonly loadRoot: (again: number) => Promise<IndexRoot>;
  readonly loadFrom: (folder: string) => LoadFile;
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
    loadFrom: (folder) => async (name) => (await load(name, `${folder}/${name}.js`)) as string,
  };
}
