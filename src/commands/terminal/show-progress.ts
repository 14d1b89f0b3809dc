import type { Environment } from '../command.js';

const AFTER = 1000;
const EVERY = 100;

/** Shows "rendered 1,200 of 5,000" on a terminal, once a run has taken a second, at most ten times a second. */
export function showProgress(environment: Environment): ((done: number, total: number) => void) | null {
  const { progress } = environment;
  if (progress === null) return null;
  let shownAt = AFTER - EVERY;
  return (done, total) => {
    const elapsed = environment.elapsed();
    if (elapsed - shownAt < EVERY) return;
    shownAt = elapsed;
    progress(`rendered ${done} of ${total} chapters`);
  };
}
