import { diagnose } from '../../diagnostics/catalogue.js';
import type { Decision, Joint } from '../../line-ends/joint.js';
import { otherReading, readJoint } from '../../line-ends/read-joint.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import { listJoints, type PlacedJoint } from '../list-joints.js';

/** An address that ends in a hyphen at a line end, and the plain word behind it, which may be its next piece. */
const open = /((?:https?:\/\/|www\.)[^\s\u2063]*-)\n([\p{L}\p{N}]+)(?![^\s.,;)"])/giu;

/** Reports `text/split-address`: only its author knows whether such an address goes on. */
function findOpenAddresses({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) =>
    text.includes('-\n')
      ? [...text.matchAll(open)].map(({ 1: address = '', 2: next = '', index }) => {
          const start = offsetAt(index);
          return {
            diagnostic: diagnose(
              'text/split-address',
              { address, next },
              placeAt(start, start + address.length),
            ),
          };
        })
      : [],
  );
}

/**
 * Looks at what line ends have taken apart. Reports `text/doubtful-joint` for what could be read in two ways,
 * `text/cut-word` where something stands inside the word, and `text/split-address`. What is beyond doubt is counted
 * (`countSureJoints`), and no finding.
 */
export function checkJoints(chapter: CheckedChapter): readonly Finding[] {
  const doubtful = listJoints(chapter).filter(({ decision }) => !decision.isSure);
  return [...doubtful.map((placed) => reportJoint(placed, chapter)), ...findOpenAddresses(chapter)];
}

/** How many joints of a chapter are set beyond doubt. */
export function countSureJoints(chapter: CheckedChapter): number {
  return listJoints(chapter).filter(
    ({ joint, decision }) => decision.isSure && decision.verdict !== 'space' && joint.kind === 'word',
  ).length;
}

function reportJoint({ joint, decision, hyphen, gap }: PlacedJoint, { placeAt }: CheckedChapter): Finding {
  const start = hyphen.start - joint.first.length;
  const place = placeAt(Math.max(0, start), gap.start);
  const written = `${joint.first}-${joint.isLineEnd ? '⏎' : ' '}${joint.second}`;
  if (decision.verdict === 'cut') return { diagnostic: diagnose('text/cut-word', { written }, place) };
  const details = {
    written,
    printed: readJoint(joint, decision.verdict),
    other: readJoint(joint, otherReading(joint, decision.verdict)),
    reason: describeGround(joint, decision),
  };
  return { diagnostic: diagnose('text/doubtful-joint', details, place) };
}

function describeGround({ first, second }: Joint, { ground }: Decision): string {
  const neither = `neither "${first}${second}" nor "${first}-${second}" stands elsewhere in the book`;
  switch (ground) {
    case 'dash':
      return `the hyphen seems to stand for a dash, since ${neither}`;
    case 'hyphens':
      return `a hyphen follows inside "${second}", and ${neither}`;
    case 'one-word':
      return `${neither}, and this language writes compounds in one word`;
    case 'adjectives':
      return `both halves are adjectives, and ${neither}`;
    case 'two-words':
      return `${neither}, but both halves are words of it`;
    default:
      return neither;
  }
}
