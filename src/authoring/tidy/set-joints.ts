import type { CheckedChapter } from '../../check/checked-chapter.js';
import { listJoints, type PlacedJoint } from '../../check/list-joints.js';
import type { TextEdit } from '../../editing/text-edit.js';
import { otherReading, readJoint } from '../../line-ends/read-joint.js';
import type { Repair } from './repair.js';

/**
 * Sets what line ends have taken apart as the page does, by the same decisions: afterwards the file has no joint that a
 * page would print otherwise. What is printed as it stands is left alone.
 */
export function setJoints(chapter: CheckedChapter): readonly Repair[] {
  return listJoints(chapter).flatMap((placed) => {
    const edits = editsOf(placed);
    return edits.length === 0 ? [] : [describe(placed, edits)];
  });
}

function editsOf({ decision: { verdict }, hyphen, gap }: PlacedJoint): readonly TextEdit[] {
  const drop = ({ start, end }: PlacedJoint['gap']): TextEdit => ({ start, end, text: '' });
  if (verdict === 'keep') return [drop(gap)];
  if (verdict !== 'drop') return [];
  return hyphen.end === gap.start ? [drop({ start: hyphen.start, end: gap.end })] : [drop(hyphen), drop(gap)];
}

function describe(
  { joint, decision: { verdict, isSure }, line }: PlacedJoint,
  edits: readonly TextEdit[],
): Repair {
  const end = joint.isLineEnd ? '⏎' : ' ';
  if (joint.kind !== 'word' && joint.kind !== 'soft') {
    const sign = joint.kind === 'slash' ? '/' : '';
    const before = joint.kind === 'slash' ? `${joint.first}${sign}` : joint.first;
    return { edits, line, before: `${before}⏎${joint.second}`, after: before + joint.second, other: null };
  }
  return {
    edits,
    line,
    before: `${joint.first}-${end}${joint.second}`,
    after: readJoint(joint, verdict),
    other: isSure ? null : readJoint(joint, otherReading(joint, verdict)),
  };
}
