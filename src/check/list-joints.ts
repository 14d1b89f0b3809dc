import type { Nodes } from 'mdast';
import { createDecide } from '../line-ends/decide-joint.js';
import { findJoints } from '../line-ends/find-joints.js';
import type { Decision, Joint, TextSpan } from '../line-ends/joint.js';
import { findVerse } from '../markdown/mend/find-verse.js';
import type { CheckedChapter } from './checked-chapter.js';

/** A joint as the rules and `tidy` see it: what is decided about it, and where it stands in the decoded file. */
export interface PlacedJoint {
  readonly joint: Joint;
  readonly decision: Decision;
  /** From the end of its first piece to the start of its second. */
  readonly hyphen: TextSpan;
  readonly gap: TextSpan;
  readonly line: number;
}

/** The joints of a chapter in order, as its page sets them: not those of tables, nor of verse. */
export function listJoints({ prose, evidence, placeAt }: CheckedChapter): readonly PlacedJoint[] {
  const decide = createDecide(evidence);
  return prose.flatMap(({ node, text, offsetAt }, index) => {
    if (node.type === 'tableCell' || hasBreak(node)) return [];
    if (text.includes('\n') && findVerse(text.split('\n'), prose[index - 1]?.text ?? '') !== null) return [];
    const place = ({ start, end }: TextSpan): TextSpan => ({ start: offsetAt(start), end: offsetAt(end) });
    return findJoints(text).map((joint) => {
      const [hyphen, gap] = [place(joint.hyphen), place(joint.gap)];
      const line = placeAt(Math.min(hyphen.start, gap.start), gap.end).line ?? 1;
      return { joint, decision: decide(joint), hyphen, gap, line };
    });
  });
}

function hasBreak(node: Nodes): boolean {
  return node.type === 'break' || ('children' in node && node.children.some(hasBreak));
}
