/** `(a)`, `(iv)`, `(12)`, `a.`, `b)` at the start of a line. */
const mark = /^(?:\(([a-z]|[ivx]{1,5}|\d{1,2})\)|([a-z])[.)])[ \t]+\S/;
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

/**
 * The lines of a paragraph that begin with marks that rise by one, `(a) …`, `(b) …`, two of them or more: each is a line of
 * its own. Numbers of the lines, from 0; empty where there is no such run.
 */
export function findLettered(lines: readonly string[]): readonly number[] {
  const marked = lines.flatMap((line, index) => {
    const [, inside, before] = mark.exec(line) ?? [];
    const written = inside ?? before;
    return written === undefined ? [] : [{ index, written, isOpen: inside !== undefined }];
  });
  const runs: (typeof marked)[] = [];
  for (const one of marked) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before?.isOpen === one.isOpen && isNext(before.written, one.written))
      last.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => (run.length > 1 ? run.map(({ index }) => index) : []));
}

/** A letter may be a Roman number as well: "(h)", "(i)". */
function isNext(before: string, now: string): boolean {
  if (/^\d+$/.test(before)) return Number(now) === Number(before) + 1;
  const rises = now.length === 1 && before.length === 1 && now.charCodeAt(0) === before.charCodeAt(0) + 1;
  const place = roman.indexOf(before);
  return rises || (place >= 0 && roman[place + 1] === now);
}
