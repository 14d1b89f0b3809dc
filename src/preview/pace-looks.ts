/** Takes word of changes: absolute paths, or null when nobody knows which. */
export interface Pace {
  readonly hear: (path: string | null) => void;
  readonly stop: () => void;
}

/** Looks at the sources as `Press.look` does; true when anything differed. */
export type Look = (changed: ReadonlySet<string> | null) => Promise<boolean>;

/** What a pace leads to. */
export interface PaceEvents {
  readonly look: Look;
  /** All is quiet, and all that changed was seen. */
  readonly onSettled: () => void;
  /** A look failed: a fault of the program. */
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds. */
interface PaceTimes {
  /** From the first word to the first look: what a saving editor does at once belongs together. */
  readonly gather: number;
  /** Between two looks of a burst. */
  readonly between: number;
  /** From the last word to a look at everything. */
  readonly settle: number;
}

const defaultTimes: PaceTimes = { gather: 4, between: 50, settle: 80 };

/**
 * Turns word of changes into looks, one at a time:
 *
 * 1. the first word leads to a look at what it names, at once;
 * 2. what comes after it is gathered, for a look every 50 ms at most;
 * 3. when it is quiet, everything is looked at, until nothing differs any more: a lost event leaves no stale page.
 */
export function createPace({ look, onSettled, onFailure }: PaceEvents, times = defaultTimes): Pace {
  let heard = new Set<string>();
  let isVague = false;
  let timer: NodeJS.Timeout | null = null;
  /** The timer is that of a look at what was heard, which more words do not put off. */
  let isDue = false;
  let isLooking = false;
  let isSettled = true;
  let isStopped = false;

  const schedule = (delay: number, act: () => Promise<void>) => {
    if (isStopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      isDue = false;
      isLooking = true;
      act()
        .finally(() => {
          isLooking = false;
        })
        .then(goOn)
        .catch(onFailure);
    }, delay);
  };

  const lookAtHeard = async (): Promise<void> => {
    const changed = isVague ? null : heard;
    heard = new Set();
    isVague = false;
    isSettled = false;
    await look(changed);
  };
  const lookAtAll = async (): Promise<void> => {
    isSettled = !(await look(null));
    if (isSettled && heard.size === 0 && !isVague) onSettled();
  };
  const scheduleHeard = (delay: number) => {
    if (isDue) return;
    isDue = true;
    schedule(delay, lookAtHeard);
  };
  const goOn = () => {
    if (isVague || heard.size > 0) scheduleHeard(times.between);
    else if (!isSettled) schedule(times.settle, lookAtAll);
  };

  return {
    hear: (path) => {
      if (path === null) isVague = true;
      else heard.add(path);
      if (!isLooking) scheduleHeard(isSettled ? times.gather : times.between);
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
