import type { Evidence } from '../model/evidence.js';
import { decideWord } from './decide-word.js';
import type { CountForm } from './forms.js';
import type { Decision, Joint } from './joint.js';

/** Decides what becomes of a joint. */
export type DecideJoint = (joint: Joint) => Decision;

const closed: Decision = { verdict: 'keep', isSure: true, ground: 'rule' };
const whole: Decision = { verdict: 'drop', isSure: true, ground: 'rule' };
const open: Decision = { verdict: 'space', isSure: true, ground: 'rule' };

/**
 * The one rule for line ends: pages, search, `check` and `tidy` set every joint of a chapter as this says. Words go by the
 * book (`decide-word.ts`), dashes by how the book sets them; numbers, slashes and addresses are closed.
 */
export function createDecide({ language, forms, closedDashes }: Evidence): DecideJoint {
  const counts = new Map(forms);
  const count: CountForm = (form) => counts.get(form) ?? 0;
  return (joint) => {
    switch (joint.kind) {
      case 'word':
        return decideWord(joint, language, count);
      case 'soft':
        return whole;
      case 'dash':
        return closedDashes.includes(joint.first) ? closed : open;
      default:
        return closed;
    }
  };
}
