import { failEvaluation } from '../faults.js';
import type { Token, TokenKind } from './tokens.js';

const parts: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ['field', /\.[\p{L}_][\p{L}\p{Nd}_]*/uy],
  [
    'number',
    /[-+]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?)(?![\p{L}\p{Nd}_.])/uy,
  ],
  ['dot', /\./y],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['name', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['string', /"(?:[^"\\\n]|\\[^\n])*"/y],
  ['raw', /`[^`]*`/y],
  ['character', /'(?:[^'\\\n]|\\[^\n])+'/y],
  ['declare', /:=/y],
  ['assign', /=/y],
  ['pipe', /\|/y],
  ['comma', /,/y],
  ['left', /\(/y],
  ['right', /\)/y],
];

const space = /[ \t\r\n]*/y;
const comment = /\{\{(?:-[ \t\r\n])?[ \t\r\n]*\/\*/y;

/** Divides a template into text and the tokens of its actions, comments left out (Go's `text/template`, lexer). */
export function divideTemplate(text: string, file: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let trimsStart = false;
  while (at < text.length) {
    const found = text.indexOf('{{', at);
    const start = found < 0 ? text.length : found;
    const trimsEnd = /^-[ \t\r\n]/.test(text.slice(start + 2, start + 4));
    addText(tokens, text.slice(at, start), at, { trimsStart, trimsEnd });
    if (found < 0) break;
    const after = skipComment(text, start, file) ?? divideAction(text, start, trimsEnd, tokens, file);
    trimsStart = /[ \t\r\n]-$/.test(text.slice(after - 4, after - 2));
    at = after;
  }
  tokens.push({ kind: 'end', text: '', offset: text.length, isTight: false });
  return tokens;
}

function addText(
  tokens: Token[],
  text: string,
  offset: number,
  { trimsStart, trimsEnd }: { readonly trimsStart: boolean; readonly trimsEnd: boolean },
): void {
  const begun = trimsStart ? text.replace(/^[ \t\r\n]+/, '') : text;
  const kept = trimsEnd ? trimRight(begun) : begun;
  if (kept !== '')
    tokens.push({ kind: 'text', text: kept, offset: offset + text.length - begun.length, isTight: false });
}

function trimRight(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The offset after a comment that stands at `start`; null where none does. */
function skipComment(text: string, start: number, file: string): number | null {
  comment.lastIndex = start;
  if (!comment.test(text)) return null;
  const end = text.indexOf('*/', comment.lastIndex);
  if (end < 0) return failEvaluation('unclosed comment', { file, offset: start });
  const close = /^(?:[ \t\r\n]+-)?\}\}/.exec(
    text.slice(end + 2, end + 64).replace(/^[ \t\r\n]+(?=\}\})/, ''),
  );
  if (close === null) return failEvaluation('comment ends before closing delimiter', { file, offset: end });
  return text.indexOf('}}', end) + 2;
}

/** Adds the tokens of the action that opens at `start`; returns the offset after it. */
function divideAction(
  text: string,
  start: number,
  isTrimmed: boolean,
  tokens: Token[],
  file: string,
): number {
  const push = (kind: TokenKind, from: number, end: number, isTight: boolean) =>
    tokens.push({ kind, text: text.slice(from, end), offset: from, isTight });
  push('open', start, start + 2, false);
  let at = start + (isTrimmed ? 3 : 2);
  for (;;) {
    const before = at;
    at = matchAt(space, text, at) ?? at;
    const isTight = before === at;
    if (text.startsWith('}}', at) || (!isTight && text.startsWith('-}}', at))) {
      const end = text.indexOf('}}', at) + 2;
      push('close', at, end, false);
      return end;
    }
    if (at >= text.length) return failEvaluation('unclosed action', { file, offset: start });
    const part = findPart(text, at);
    if (part === null)
      return failEvaluation(`${describeStart(text, at)} in an action`, { file, offset: at, length: 1 });
    push(part[0], at, part[1], isTight);
    at = part[1];
  }
}

function findPart(text: string, at: number): readonly [kind: TokenKind, end: number] | null {
  for (const [kind, pattern] of parts) {
    const end = matchAt(pattern, text, at);
    if (end !== null) return [kind, end];
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function describeStart(text: string, at: number): string {
  const first = text.charAt(at);
  if (first === '"' || first === '`' || first === "'") return 'unterminated quoted string';
  return `unexpected "${String.fromCodePoint(text.codePointAt(at) ?? 0)}"`;
}
