import { createPace, type Look } from './pace-looks.js';
import { watchBook } from './watch-book.js';

/** How a book is followed. */
export interface FollowRequest {
  /** The book's folder, absolute. */
  readonly root: string;
  /** As in `WatchOptions`. */
  readonly poll: number | null;
  readonly look: Look;
  /** Where the book's files lie, relative to it. Asked for again after each look: a changed configuration may name others. */
  readonly folders: () => readonly string[];
  /** Whether the time has come for other chapters to be published than those that were seen. */
  readonly isDue: () => boolean;
  /** All is quiet, and all that changed was seen. */
  readonly onSettled: () => void;
  /** The system cannot tell of all changes (`ENOSPC`, `EMFILE`, or `NFS` and the like); from now on all is looked at every second. */
  readonly onPolling: (reason: string) => void;
  /** A look failed: a fault of the program. */
  readonly onFailure: (error: unknown) => void;
}

/** A book that is followed. */
export interface Following {
  /** Looks at everything, since something changed that is no file. */
  readonly lookAgain: () => void;
  readonly stop: () => Promise<void>;
}

/** Milliseconds between two looks at the clock. */
const alarmEvery = 1000;

/**
 * Looks at a book whenever it may have changed:
 *
 * 1. its folders are watched; what changes while the watch is set up is found by a look at everything;
 * 2. when the time comes for a chapter that waits for its date, or ends for one, everything is looked at.
 */
export function followBook(request: FollowRequest): Following {
  const { root, poll, folders, isDue, onSettled, onPolling, onFailure } = request;
  const look: Look = (changed) => request.look(changed).finally(() => watch.follow(folders()));
  const pace = createPace({ look, onSettled, onFailure });
  const lookAgain = () => pace.hear(null);
  const watch = watchBook(root, { onWord: pace.hear, onReady: lookAgain, onPolling }, { poll });
  watch.follow(folders());
  const alarm = setInterval(() => {
    if (isDue()) lookAgain();
  }, alarmEvery);
  return {
    lookAgain,
    stop: async () => {
      clearInterval(alarm);
      pace.stop();
      await watch.close();
    },
  };
}
