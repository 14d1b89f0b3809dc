import type { Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';

/** A watch on a book's folder. */
export interface BookWatch {
  /** Watches these folders too, relative to the book: where its files lie beside the usual ones. */
  readonly follow: (folders: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

export interface WatchEvents {
  /** Something may have changed: at this path, or nobody knows where. */
  readonly onWord: (path: string | null) => void;
  /** The watch is complete: what changed before that went unheard. */
  readonly onReady: () => void;
  /** The system has no more watches to give: all is looked at every so often instead. */
  readonly onPolling: (reason: string) => void;
}

/** How the folders are watched; tests put a failing one in its place. */
export type OpenWatcher = (root: string, options: ChokidarOptions) => FSWatcher;

/** Folders and files of a book that a build reads; the name alone, at the top. */
const watched =
  /^(?:content|static|templates|data|config|layouts|themes|i18n|assets|(?:octavo|hugo|config)\.(?:ya?ml|toml|json)|octavo\.config\.(?:m?js|ts))$/;

/** Milliseconds between two looks where there is no watch. */
const pollEvery = 1000;

/** Codes of `inotify` and its like for "no more". */
const exhausted = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/**
 * Watches the folders of a book, not its files: what editors do to save a file (rename, replace, truncate) is then all
 * the same, and a book of any length needs a watch for each folder only. An event says no more than "look again".
 */
export function watchBook(root: string, events: WatchEvents, open: OpenWatcher = watch): BookWatch {
  let poll: NodeJS.Timeout | null = null;
  const own = new Set<string>();
  const isWatched = (first: string) => watched.test(first) || own.has(first);
  const isIgnored = (path: string, stats?: Stats): boolean => {
    if (path === root) return false;
    const [first = '', ...others] = path.slice(root.length + 1).split(sep);
    return !isWatched(first) || others.some((name) => name === '.git') || stats?.isFile() === true;
  };
  const watcher = open(root, { ignored: isIgnored, ignoreInitial: true, followSymlinks: true });

  const fallBack = (reason: string) => {
    if (poll !== null) return;
    poll = setInterval(() => events.onWord(null), pollEvery);
    events.onPolling(reason);
    void watcher.close();
  };
  watcher
    .on('raw', (_event, name, details: unknown) => {
      const path = locateEvent(name, details);
      const [first = ''] = path?.slice(root.length + 1).split(sep) ?? [];
      if (path === null || path === root || isWatched(first)) events.onWord(path);
    })
    .on('all', () => events.onWord(null))
    .on('ready', events.onReady)
    .on('error', (error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // Anything else concerns one folder that has gone or cannot be read: the next look finds that out.
      if (exhausted.has(code)) fallBack(code);
      else events.onWord(null);
    });

  return {
    follow: (folders) => {
      for (const folder of folders) {
        const [first = ''] = folder.split('/');
        if (isWatched(first)) continue;
        own.add(first);
        watcher.add(join(root, first));
      }
    },
    close: async () => {
      if (poll !== null) clearInterval(poll);
      await watcher.close();
    },
  };
}

/** Where an event of the system happened; null when it does not say. */
function locateEvent(name: string | null, details: unknown): string | null {
  const hasFolder = typeof details === 'object' && details !== null && 'watchedPath' in details;
  return hasFolder && name !== null ? join(String(details.watchedPath), name) : null;
}
