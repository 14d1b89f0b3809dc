import { realpathSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';
import { isSystemError } from '../files/system-error.js';

/** A watch that the system keeps on folders. */
export interface FolderWatch {
  /** Watches this folder too; absolute. */
  readonly add: (folder: string) => void;
  /** Whether a link below leads elsewhere than it did: what lies there is watched no more, or not yet. */
  readonly haveLinksMoved: () => boolean;
  readonly close: () => Promise<void>;
}

/** What a watch on folders tells. */
export interface FolderWatchEvents {
  /** Something may have changed: at this path, or nobody knows where. */
  readonly onWord: (path: string | null) => void;
  /** The watch is complete: what changed before that went unheard. */
  readonly onReady: () => void;
  /** The system has no more watches to give; its code. */
  readonly onExhausted: (code: string) => void;
}

/** How the folders are watched; tests put a failing one in its place. */
export type OpenWatcher = (root: string, options: ChokidarOptions) => FSWatcher;

/** Codes of `inotify` and its like for "no more". */
const exhausted = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/** Watches those folders and files at the top of `root` whose names `isWatched`, and all that lies below them. */
export function watchFolders(
  root: string,
  isWatched: (name: string) => boolean,
  events: FolderWatchEvents,
  open: OpenWatcher = watch,
): FolderWatch {
  const links = createLinkFollower();
  const isIgnored = (path: string, stats?: Stats): boolean => {
    if (path === root) return false;
    const [first = '', ...others] = path.slice(root.length + 1).split(sep);
    if (!isWatched(first) || others.some((name) => name === '.git')) return true;
    if (stats?.isSymbolicLink()) links.add(path);
    return stats?.isFile() === true;
  };
  const watcher = open(root, { ignored: isIgnored, ignoreInitial: true, followSymlinks: true });
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
      if (exhausted.has(code)) events.onExhausted(code);
      else events.onWord(null);
    });
  return {
    add: (folder) => void watcher.add(folder),
    haveLinksMoved: links.haveMoved,
    close: () => watcher.close(),
  };
}

/** Where an event of the system happened; null when it does not say. */
function locateEvent(name: string | null, details: unknown): string | null {
  const hasFolder = typeof details === 'object' && details !== null && 'watchedPath' in details;
  return hasFolder && name !== null ? join(String(details.watchedPath), name) : null;
}

/** The links of a book, and where they lead. */
interface LinkFollower {
  /** Remembers the link at this absolute path. */
  readonly add: (path: string) => void;
  /** Whether any of them leads elsewhere, or nowhere, than when it was asked last. */
  readonly haveMoved: () => boolean;
}

/**
 * Keeps an eye on links, which no watch does: that of a folder holds on to the folder that the link led to, whatever
 * becomes of the link or of those behind it.
 */
function createLinkFollower(): LinkFollower {
  const targets = new Map<string, string | null>();
  return {
    add: (path) => {
      if (!targets.has(path)) targets.set(path, findTarget(path));
    },
    haveMoved: () => {
      let haveMoved = false;
      for (const [path, before] of targets) {
        const target = findTarget(path);
        targets.set(path, target);
        haveMoved ||= target !== before;
      }
      return haveMoved;
    },
  };
}

/** Null for a link that leads nowhere. */
function findTarget(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
