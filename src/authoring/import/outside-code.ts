const fenceLine = /^[ \t>]*(`{3,}(?!`)|~{3,}(?!~))(.*)/;
const spans = /((?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)|<!--[\s\S]*?(?:-->|$))/;

/** Rewrites what stands outside of fenced code, whole lines at a time; the lines of a fence too where they are asked for. */
export function rewriteOutsideFences(
  text: string,
  rewrite: (piece: string) => string,
  rewriteFence: (line: string) => string = (line) => line,
): string {
  const done: string[] = [];
  let prose: string[] = [];
  let fence = '';
  const flush = () => {
    if (prose.length > 0) done.push(rewrite(prose.join('\n')));
    prose = [];
  };
  for (const line of text.split('\n')) {
    const [, marks = '', info = ''] = fenceLine.exec(line) ?? [];
    if (fence === '' && marks !== '' && !(marks.startsWith('`') && info.includes('`'))) {
      flush();
      fence = marks;
      done.push(rewriteFence(line));
    } else if (fence === '') prose.push(line);
    else {
      done.push(line);
      if (marks.startsWith(fence) && info.trim() === '') fence = '';
    }
  }
  flush();
  return done.join('\n');
}

/** The same without code in lines and comments. */
export function rewriteOutsideCode(text: string, rewrite: (piece: string) => string): string {
  return rewriteOutsideFences(text, (piece) =>
    piece
      .split(spans)
      .map((part, index) => (index % 3 === 0 ? rewrite(part) : index % 3 === 1 ? part : ''))
      .join(''),
  );
}
