import { findAddress, goesOn } from './address.js';
import { type Joint, type JointKind, markUp, type TextSpan } from './joint.js';
import { readSecond } from './read-second.js';

/** Hyphens, soft hyphens, the sign that scanned books have at line ends, dashes, slashes, and what an address is broken at. */
const sign = '-{2,3}|[-‐¬\\u00ad–—/_?&=.%]|&shy;|&#(?:173|x0*ad);';
/** A sign and a line end or, behind a hyphen, blanks; or a line end and a dash. */
const broken = new RegExp(
  `(${sign})${markUp}*(?!${markUp})([ \\t]*\\n|(?<=[-‐¬\\u00ad;]${markUp}*) {1,3})(?=${markUp}*[^\\s${markUp}])|(\\n)${markUp}*([–—]|-{2,3})(?=[^\\s-])`,
  'giu',
);
const softHyphen = /^(?:\u00ad|&.*)$/s;
const hyphens = /^[-‐¬]$/;
const dash = /^(?:[–—]|-{2,3})$/;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;
/** As far as a word reaches before a hyphen. */
const reach = 80;
const wordEnd = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’\\u00ad‐${markUp}-]{0,${reach}}$`, 'u');

/**
 * Finds the joints in the prose of one block, in order: `text` has its line ends as `\n`, without the marks of quotes and lists
 * behind them, and `U+2063` for each piece of mark-up. Verse and other text whose lines are kept is not to be asked about.
 */
export function findJoints(text: string): readonly Joint[] {
  const joints: Joint[] = [];
  let address: Joint | undefined;
  for (const found of text.matchAll(broken)) {
    const joint = readBroken(found, text, address);
    if (joint === null) continue;
    if (joint.kind === 'address') address = joint;
    joints.push(joint);
  }
  return joints;
}

interface Spans {
  readonly hyphen: TextSpan;
  readonly gap: TextSpan;
}

function readBroken(found: RegExpMatchArray, text: string, before: Joint | undefined): Joint | null {
  const [all, mark, gap = '', lineEnd, dashBehind = ''] = found;
  const start = found.index ?? 0;
  const end = start + all.length;
  if (mark === undefined || lineEnd !== undefined) {
    return readDashBehind(text, {
      gap: { start, end: start + 1 },
      hyphen: { start: end - dashBehind.length, end },
    });
  }
  const spans = {
    hyphen: { start, end: start + mark.length },
    gap: { start: end - gap.length, end },
  };
  const address = dash.test(mark) ? null : findAddressBefore(text, spans.gap, before);
  return address === null ? readSign(text, mark, spans) : readAddress(text, spans.gap, address);
}

/** The address that reaches up to a gap, pieces of earlier lines included. */
function findAddressBefore(text: string, gap: TextSpan, before: Joint | undefined): string | null {
  const isNext = before !== undefined && !/\s/.test(text.slice(before.gap.end, gap.start));
  return findAddress(text, gap.start, isNext ? before.first : '');
}

/** An address that is broken here. Whatever sign it ends in, it is no joint of another kind. */
function readAddress(text: string, gap: TextSpan, first: string): Joint | null {
  const second = /^[^\s\u2063]+/.exec(text.slice(gap.end, gap.end + 500))?.[0] ?? '';
  if (text[gap.end - 1] !== '\n' || !goesOn(first, second)) return null;
  const hyphen = { start: gap.start, end: gap.start };
  return makeJoint('address', { hyphen, gap }, first, second);
}

function readSign(text: string, mark: string, spans: Spans): Joint | null {
  const { hyphen, gap } = spans;
  const last = lastBefore(text, hyphen.start);
  const head = firstBehind(text, gap.end);
  const areLetters = letter.test(last) && letter.test(head);
  const areDigits = digit.test(last) && digit.test(head);
  if (softHyphen.test(mark)) return areLetters ? readWord(text, 'soft', spans) : null;
  if (hyphens.test(mark)) return isOfWord(last) && isOfWord(head) ? readWord(text, 'word', spans) : null;
  if (mark === '/') return areLetters || areDigits ? makeJoint('slash', spans, last, head) : null;
  if (!dash.test(mark) || /^[\s–—-]?$/.test(last)) return null;
  return makeJoint(areDigits ? 'number' : 'dash', spans, mark, head);
}

function readWord(text: string, kind: 'word' | 'soft', spans: Spans): Joint {
  const { hyphen, gap } = spans;
  const before = text.slice(Math.max(0, hyphen.start - reach), hyphen.start);
  const first = wordEnd.exec(before)?.[0].replaceAll(markUp, '') ?? '';
  const isLineEnd = text[gap.end - 1] === '\n';
  return { kind, isLineEnd, first, hyphen, gap, ...readSecond(text, gap, isLineEnd) };
}

/** At the start of a line only before a small letter: capitals follow in signatures, and where somebody begins to speak. */
function readDashBehind(text: string, spans: Spans): Joint | null {
  const last = lastBefore(text, spans.gap.start);
  const head = firstBehind(text, spans.hyphen.end);
  const mark = text.slice(spans.hyphen.start, spans.hyphen.end);
  if (digit.test(last) && digit.test(head)) return makeJoint('number', spans, mark, head);
  const isInside = /[\p{L}\p{M}\p{N},]/u.test(last) && /[\p{Ll}\p{N}]/u.test(head);
  return isInside ? makeJoint('dash', spans, mark, head) : null;
}

function makeJoint(kind: JointKind, spans: Spans, first: string, second: string): Joint {
  return { kind, isLineEnd: true, first, second, ...spans, beyond: '', isCounted: false };
}

function isOfWord(character: string): boolean {
  return letter.test(character) || digit.test(character);
}

/** The character that ends before a place, mark-up passed over; empty at the start. */
function lastBefore(text: string, end: number): string {
  let at = end - 1;
  while (text[at] === markUp) at -= 1;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 1, at + 1) : (text[at] ?? '');
}

function firstBehind(text: string, start: number): string {
  let at = start;
  while (text[at] === markUp) at += 1;
  return String.fromCodePoint(text.codePointAt(at) ?? 32);
}
