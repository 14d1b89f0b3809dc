import { addAll } from '../../lists/add-all.js';
import { createElement } from '../reader/element.js';
import { say } from '../reader/say.js';
import type { TextMark } from './find-marks.js';

/** Letters of a passage that are shown, and of them before the first mark. */
const SHOWN = 260;
const BEFORE = 80;

/** A text, or the part of it around the first mark, with `<mark>` elements. */
export function drawPassage(text: string, marks: readonly TextMark[]): readonly (Node | string)[] {
  const from = startNear(text, (marks[0]?.start ?? 0) - BEFORE);
  const to = endNear(text, from + SHOWN);
  const pieces: (Node | string)[] = from > 0 ? ['… '] : [];
  let at = from;
  for (const { start, end, isForm } of marks) {
    if (start < at || end > to) continue;
    pieces.push(text.slice(at, start), drawMark(text.slice(start, end), isForm));
    at = end;
  }
  addAll(pieces, [text.slice(at, to), ...(to < text.length ? [' …'] : [])]);
  return pieces;
}

/** Where a word was found in another form than it was asked for, the mark says so. */
function drawMark(text: string, isForm: boolean): HTMLElement {
  return createElement('mark', isForm ? { class: 'form', title: say('otherForm') } : {}, text);
}

/** The next space from an offset on, unless it is far: scripts without spaces are cut anywhere. */
function startNear(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = text.indexOf(' ', offset);
  return space === -1 || space > offset + BEFORE / 2 ? offset : space + 1;
}

function endNear(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const space = text.lastIndexOf(' ', offset);
  return space < offset - BEFORE / 2 ? offset : space;
}
