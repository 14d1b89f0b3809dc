import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { trimAddress } from '../../line-ends/address.js';
import { createDecide, type DecideJoint } from '../../line-ends/decide-joint.js';
import { findJoints } from '../../line-ends/find-joints.js';
import type { Joint, TextSpan } from '../../line-ends/joint.js';
import { mayHoldJoint } from '../../line-ends/may-hold-joint.js';
import { noEvidence } from '../../line-ends/no-evidence.js';
import { otherReading, readJoint } from '../../line-ends/read-joint.js';
import { type CompileState, compileStateOf } from '../tree/compile-state.js';
import { cutBlock, type FlatText, readFlatText } from '../tree/flat-text.js';
import type { ProseNode } from '../tree/survey-tree.js';

interface LineEndSetting {
  readonly language: string;
  readonly isFor: (path: string) => boolean;
}

/**
 * Sets what the line ends of a chapter have taken apart, words, dashes, numbers, slashes and addresses, by the one rule
 * (`line-ends/decide-joint.ts`), and notes for the search how a joint in doubt could be read as well. Paragraphs with hard
 * breaks are verse, and stay; so do tables.
 *
 * @param setting The language of a text that comes without evidence, and where line ends are set, by the path of a chapter.
 */
export const setLineEnds: Plugin<[LineEndSetting], Root> =
  ({ language, isFor }) =>
  (_tree, file) => {
    const state = compileStateOf(file);
    if (!mayHoldJoint(String(file)) || !isFor(state.job.path)) return;
    const decide = createDecide(state.job.evidence ?? noEvidence(language));
    for (const prose of state.survey.prose) {
      if (prose.type === 'tableCell') continue;
      const written = readFlatText(prose);
      if (written !== null) setProse(prose, written, decide, state);
    }
  };

function setProse(prose: ProseNode, written: FlatText, decide: DecideJoint, state: CompileState): void {
  const dropped: TextSpan[] = [];
  const joints = findJoints(written.text);
  for (const joint of joints) {
    const { verdict, isSure } = decide(joint);
    if (verdict === 'drop') dropped.push(joint.hyphen, joint.gap);
    else if (verdict === 'keep') dropped.push(joint.gap);
    if (!isSure && verdict !== 'cut')
      noteReading(prose, readJoint(joint, otherReading(joint, verdict)), state);
  }
  if (dropped.length === 0) return;
  const addresses = joints.filter(isAddress);
  cutBlock(written, dropped);
  for (const joint of addresses) extendAddress(written, joint);
}

function isAddress({ kind }: Joint): boolean {
  return kind === 'address';
}

function noteReading(prose: ProseNode, reading: string, { otherReadings }: CompileState): void {
  const known = otherReadings.get(prose);
  otherReadings.set(prose, known === undefined ? reading : `${known} ${reading}`);
}

/**
 * Takes the second half of an address that a line end has broken into the link of the first half. The line end itself is gone.
 * Where the parser has made no link, or the second half is not plain text, all stays as it is.
 */
function extendAddress({ leaves }: FlatText, { second, gap }: Joint): void {
  const index = leaves.findLastIndex(({ address, start }) => address !== null && start < gap.start);
  const [link, next] = [leaves[index], leaves[index + 1]];
  if (link?.address == null || next === undefined || next.start !== link.end) return;
  if (gap.start < next.start || gap.end >= next.end) return;
  const piece = trimAddress(second);
  const at = next.node.value.indexOf(piece);
  // Up to the break there are only signs that may end a sentence, and that the parser has left out of the link.
  if (at < 0 || /\s/.test(next.node.value.slice(0, at))) return;
  const taken = next.node.value.slice(0, at + piece.length);
  link.address.url += taken;
  link.node.value += taken;
  next.node.value = next.node.value.slice(taken.length);
}
