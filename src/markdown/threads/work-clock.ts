/** Milliseconds from an arbitrary start. */
export interface Spent {
  readonly clock: number;
  /** Of the processor, by all threads of the process: a thread's own is not known, and is no more than that. */
  readonly work: number;
}

/** What has been spent. Only limits are kept with it: nothing that is made follows from it. */
export function readSpent(): Spent {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), work: (user + system) / 1000 };
}

/** Its clock alone, which costs less to read. */
export function readElapsed(): number {
  return performance.now();
}
