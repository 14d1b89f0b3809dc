import { progressPlaces } from './helper-messages.js';
import { readElapsed, readSpent, type Spent } from './work-clock.js';

/** The work of the process is looked at when a thread has stayed where it is for this share of the budget by the clock. */
const SUSPICION = 0.2;
/** How long it may stay there by the clock, in budgets, where the machine is busy with something else. */
const CLOCK_FACTOR = 6;

/** Watches whether a thread gets on, by its `HelperData.progress`. */
export interface StallWatch {
  /** Milliseconds of work that one chapter may take. */
  readonly setBudget: (budget: number) => void;
  /** The thread has something to do from now on. */
  readonly begin: () => void;
  /**
   * Whether it has not moved since then, or since a call that saw it move, for longer than it may.
   *
   * @param scale How many times as long as with a chapter.
   */
  readonly isOver: (scale: number) => boolean;
}

/** Prepares the watch. `progress` is the thread's own to change. */
export function createStallWatch(progress: Int32Array): StallWatch {
  let budget = Number.POSITIVE_INFINITY;
  let seen = '';
  let since = 0;
  let suspected: Spent | null = null;
  const look = () => progressList.map((place) => Atomics.load(progress, place)).join();
  const begin = () => {
    seen = look();
    since = readElapsed();
    suspected = null;
  };
  return {
    setBudget: (milliseconds) => {
      budget = milliseconds;
    },
    begin,
    isOver: (scale) => {
      if (seen !== look()) {
        begin();
        return false;
      }
      const limit = budget * scale;
      if (readElapsed() - since < limit * SUSPICION) return false;
      const now = readSpent();
      suspected ??= now;
      return now.work - suspected.work > limit || now.clock - since > limit * CLOCK_FACTOR;
    },
  };
}

const progressList = Object.values(progressPlaces);
