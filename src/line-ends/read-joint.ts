import type { Joint, Verdict } from './joint.js';

/** A joint as it would be printed under a verdict: `people-to-people`. A line end is a blank. */
export function readJoint({ first, second }: Pick<Joint, 'first' | 'second'>, verdict: Verdict): string {
  if (verdict === 'drop') return first + second;
  return verdict === 'keep' ? `${first}-${second}` : `${first}- ${second}`;
}

/** The other reading of a joint in doubt: the one that its reader may look for. */
export function otherReading(joint: Joint, verdict: Verdict): Verdict {
  if (verdict === 'drop') return 'keep';
  return verdict === 'keep' ? 'drop' : joint.isLineEnd ? 'keep' : 'drop';
}
