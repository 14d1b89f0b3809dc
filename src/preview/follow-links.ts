import { realpathSync } from 'node:fs';
import { isSystemError } from '../files/system-error.js';

/** The links of a book, and where they lead. */
export interface LinkFollower {
  /** Remembers the link at this absolute path. */
  readonly add: (path: string) => void;
  /** Whether any of them leads elsewhere, or nowhere, than when it was asked last. */
  readonly haveMoved: () => boolean;
}

/**
 * Keeps an eye on links, which no watch does: that of a folder holds on to the folder that the link led to, whatever
 * becomes of the link or of those behind it.
 */
export function createLinkFollower(): LinkFollower {
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
