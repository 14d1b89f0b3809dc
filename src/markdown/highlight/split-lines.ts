const token = /<span class="[^"]*">|<\/span>|\n/g;

/** What no real listing reaches. Every open piece is opened anew on each line, so that this bounds the output. */
const DEEPEST = 50;

/**
 * Cuts coloured code into its lines, each with its line end and balanced by itself: a comment over three lines is three
 * pieces. Null where pieces nest too deep for that.
 */
export function splitLines(coloured: string): readonly string[] | null {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  let done = 0;
  for (const { 0: found, index } of coloured.matchAll(token)) {
    line += coloured.slice(done, index) + (found === '\n' ? '' : found);
    done = index + found.length;
    if (found === '</span>') open.pop();
    else if (found !== '\n') open.push(found);
    else {
      lines.push(`${line}${'</span>'.repeat(open.length)}\n`);
      line = open.join('');
    }
    if (open.length > DEEPEST) return null;
  }
  const last = line + coloured.slice(done);
  return last === '' ? lines : [...lines, last];
}
