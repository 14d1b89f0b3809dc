import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../files/system-error.js';
import { type FolderWatch, type FolderWatchEvents, type OpenWatcher, watchFolders } from './watch-folders.js';

/** A watch on a book's folder. */
export interface BookWatch {
  /** Watches these folders too, relative to the book: where its files lie beside the usual ones. */
  readonly follow: (folders: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

export interface WatchEvents extends Pick<FolderWatchEvents, 'onWord' | 'onReady'> {
  /** The system cannot tell of all changes, for this reason: all is looked at every so often instead. */
  readonly onPolling: (reason: string) => void;
}

/** What a watch goes by. */
export interface WatchOptions {
  /** Milliseconds between two looks at everything, without any watch; null for a watch. */
  readonly poll: number | null;
  readonly open?: OpenWatcher;
  /** As `findSilentMount`. */
  readonly findSilent?: (folders: readonly string[]) => string | null;
}

/** Milliseconds after which all is looked at where a folder is watched from now on. */
const looksAfter = [300, 1500, 5000];

/** Folders and files of a book that a build reads; the name alone, at the top. */
const watched =
  /^(?:content|static|templates|data|config|layouts|themes|i18n|assets|(?:octavo|hugo|config)\.(?:ya?ml|toml|json)|octavo\.config\.(?:m?js|ts))$/;

/** Milliseconds between two looks where there is no watch. */
const pollEvery = 1000;

/** Milliseconds between two looks at where links lead. */
const linksEvery = 500;

/**
 * Watches the folders of a book, not its files: what editors do to save a file (rename, replace, truncate) is then all
 * the same, and a book of any length needs a watch for each folder only. An event says no more than "look again".
 *
 * 1. Where a link leads elsewhere all of a sudden, everything is watched anew.
 * 2. Where the system has no more watches, or tells of no change that others make, all is looked at every second too.
 */
export function watchBook(root: string, events: WatchEvents, options: WatchOptions): BookWatch {
  const { poll, open, findSilent = findSilentMount } = options;
  const own = new Set<string>();
  const timers: NodeJS.Timeout[] = [];
  const startPolling = (every: number) => timers.push(setInterval(() => events.onWord(null), every));
  let watch: FolderWatch | null = null;
  let isPolling = poll !== null;
  let isClosed = false;

  const fallBack = (reason: string) => {
    if (isPolling) return;
    isPolling = true;
    startPolling(pollEvery);
    events.onPolling(reason);
  };
  const stop = async () => {
    const stopped = watch;
    watch = null;
    await stopped?.close();
  };
  const onExhausted = (code: string) => {
    fallBack(code);
    void stop();
  };
  const start = () => {
    if (isClosed) return;
    const isWatched = (name: string) => watched.test(name) || own.has(name);
    watch = watchFolders(root, isWatched, { ...events, onExhausted }, open);
  };
  const lookAtLinks = () => {
    if (watch?.haveLinksMoved() !== true) return;
    events.onWord(null);
    void stop().then(start);
  };

  if (poll === null) {
    start();
    timers.push(setInterval(lookAtLinks, linksEvery));
  } else {
    startPolling(poll);
    events.onReady();
  }
  return {
    follow: (folders) => {
      if (!isPolling) {
        const kind = findSilent([root, ...folders.map((folder) => join(root, folder))]);
        if (kind !== null) fallBack(kind);
      }
      for (const [first = ''] of folders.map((folder) => folder.split('/'))) {
        if (watched.test(first) || own.has(first)) continue;
        own.add(first);
        watch?.add(join(root, first));
        // A watch begins some time after it was asked for: what is saved meanwhile is found by looking.
        for (const after of looksAfter) timers.push(setTimeout(() => events.onWord(null), after));
      }
    },
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearInterval(timer);
      await stop();
    },
  };
}

/** Linux's numbers (`statfs(2)`) of file systems where others write, of which no event tells. */
const silentKinds: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x786f4256, 'VBOXSF'],
]);

/** The name of the first file system among these folders that does not tell of all changes; null for none, and where that cannot be known. */
export function findSilentMount(
  folders: readonly string[],
  look: typeof statfsSync = statfsSync,
): string | null {
  if (process.platform !== 'linux') return null;
  for (const folder of folders) {
    const kind = silentKinds.get(readKind(folder, look));
    if (kind !== undefined) return kind;
  }
  return null;
}

function readKind(folder: string, look: typeof statfsSync): number {
  try {
    return look(folder).type >>> 0;
  } catch (error) {
    if (isSystemError(error)) return 0;
    throw error;
  }
}
