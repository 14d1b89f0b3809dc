import { progressPlaces } from './helper-messages.js';
import { readSpent } from './work-clock.js';

/** How long a thread may stay where it is, in budgets of a chapter: it breaks chapters off itself, and then looks for the paragraph. */
const WORK_FACTOR = 3;
/** The same by the clock, where the machine is busy with something else. */
const CLOCK_FACTOR = 8;

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
  let since = { clock: 0, work: 0 };
  const begin = () => {
    seen = Object.values(progressPlaces)
      .map((place) => Atomics.load(progress, place))
      .join();
    since = readSpent();
  };
  return {
    setBudget: (milliseconds) => {
      budget = milliseconds;
    },
    begin,
    isOver: (scale) => {
      const [before, { clock, work }] = [seen, since];
      begin();
      if (seen !== before) return false;
      const spent = { clock: since.clock - clock, work: since.work - work };
      since = { clock, work };
      const limit = budget * scale;
      return (
        spent.clock > limit * CLOCK_FACTOR ||
        (spent.clock > limit * WORK_FACTOR && spent.work > limit * WORK_FACTOR)
      );
    },
  };
}
