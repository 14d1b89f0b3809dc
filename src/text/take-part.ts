/**
 * A part of a text, as mdBook names them: the lines from one number to another (from 1 on), or what stands between the lines
 * with `ANCHOR: name` and `ANCHOR_END: name`, other such lines left out. Null for a part that is not there.
 *
 * @param range `['12']`, `['2', '5']`, `['2', '']`, `['', '5']` or `['name']`; none for the whole.
 */
export function takePart(text: string, [from, to]: readonly string[]): string | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (from === undefined) return lines.join('\n');
  if (from !== '' && !/^\d+$/.test(from)) return takeAnchored(lines, from);
  const first = from === '' ? 1 : Number(from);
  const last = to === undefined ? first : to === '' ? lines.length : Number(to);
  return Number.isNaN(last) || first > lines.length ? null : lines.slice(first - 1, last).join('\n');
}

function takeAnchored(lines: readonly string[], name: string): string | null {
  const isMark = (line: string, kind: string) => {
    const [, behind] = line.split(`${kind}:`);
    return behind !== undefined && /^\s*([\w-]+)/.exec(behind)?.[1] === name;
  };
  if (!/^[\w-]+$/.test(name)) return null;
  const start = lines.findIndex((line) => isMark(line, 'ANCHOR'));
  if (start === -1) return null;
  const end = lines.findIndex((line, index) => index > start && isMark(line, 'ANCHOR_END'));
  const inside = lines.slice(start + 1, end === -1 ? undefined : end);
  return inside.filter((line) => !/ANCHOR(?:_END)?:\s*[\w-]+/.test(line)).join('\n');
}
