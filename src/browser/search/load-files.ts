import type { IndexRoot, LoadFiles } from './index-root.js';
import { remember } from './remember.js';

declare global {
  /** What the files of `search/` call with their name and their data. */
  var octavoSearch: ((name: string, data: unknown) => void) | undefined;
}

/** Loads the files of a book's index. */
export interface IndexLoader {
  /** The root; `again` counts the attempts, so that a newer one is loaded after the book was published again. */
  readonly loadRoot: (again: number) => Promise<IndexRoot>;
  readonly loadFrom: (root: IndexRoot) => LoadFiles;
}

/** Digits of a published name. */
const NAME_LENGTH = 10;

/** What a file is called below `search/`: named `t12` by this script, it is the thirteenth of its kind. */
export function findPublished(name: string, files: IndexRoot['files']): string {
  const [kind = ''] = name;
  const start = Number(name.slice(1)) * NAME_LENGTH;
  return `${kind}/${files[kind]?.slice(start, start + NAME_LENGTH) ?? ''}`;
}

/** Bytes in front of a file of records: how many there are, these included. */
const HEAD = 4;

/**
 * Texts are scripts, because a page on a disk may load nothing else, and hosts compress them. Records are bytes, which no host
 * would make shorter; for a disk they are in scripts too.
 */
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
    // Only `src/search/write-index.ts` writes these files: an object in the root, a text in all other scripts.
    loadRoot: async (again) =>
      (await load('index', again === 0 ? 'index.js' : `index.js?again=${again}`)) as IndexRoot,
    loadFrom: ({ files, scripts }) => {
      // Two of them are one file where their data are the same.
      const loadScript = remember((path: string) => load(path, `${path}.js`));
      const text = async (name: string) => (await loadScript(findPublished(name, files))) as string;
      const bytes = async (name: string): Promise<Uint8Array> => {
        if (scripts === 1) return Uint8Array.from(atob(await text(name)), (letter) => letter.charCodeAt(0));
        const answer = await fetch(new URL(`search/${findPublished(name, files)}.bin`, home));
        return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : new Uint8Array();
      };
      return { text, bytes: async (name) => checkLength(await bytes(name)) };
    },
  };
}

/** The data of a file of records. One that was cut off on its way is as one that did not come. */
export function checkLength(bytes: Uint8Array): Uint8Array {
  const isWhole =
    bytes.length >= HEAD && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === bytes.length;
  if (!isWhole) throw new Error('A file of the search index did not come as it was sent.');
  return bytes.subarray(HEAD);
}
