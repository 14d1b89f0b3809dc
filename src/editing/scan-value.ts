const doubleQuoted = /"(?:[^"\\]|\\.)*"/y;
const yamlSingleQuoted = /'(?:[^']|'')*'/y;
const plainToComment = /(?:(?![ \t]#)[^\r\n])*/y;

/**
 * The offset behind the value that starts at `start`: behind its closing quote or bracket, on whichever line, else
 * before a comment or the end of the line. Knows the quotes of YAML, TOML and JSON. An unclosed value ends the text.
 */
export function findValueEnd(text: string, start: number): number {
  const first = text[start] ?? '';
  if (text.startsWith('"""', start) || text.startsWith("'''", start)) {
    const close = text.indexOf(first.repeat(3), start + 3);
    return close === -1 ? text.length : close + 3;
  }
  if (first === '"' || first === "'") return skipQuoted(text, start);
  if (first === '[' || first === '{') return skipBrackets(text, start);
  plainToComment.lastIndex = start;
  return start + (plainToComment.exec(text)?.[0] ?? '').trimEnd().length;
}

function skipQuoted(text: string, start: number): number {
  const pattern = text[start] === '"' ? doubleQuoted : yamlSingleQuoted;
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0].length ?? text.length - start);
}

function skipBrackets(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (mark === '"' || mark === "'") at = skipQuoted(text, at) - 1;
    else if (mark === '#' && /[\s,[]/.test(text[at - 1] ?? ''))
      at = text.slice(at).search(/[\r\n]|$/) + at - 1;
    else if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
