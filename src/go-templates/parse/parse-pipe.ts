import { addAll } from '../../lists/add-all.js';
import type { GoValue } from '../values/value.js';
import { type Cursor, expect, failAt, lengthFrom, peek, takeToken } from './cursor.js';
import { parseFields, parseName } from './parse-name.js';
import { readNumber, readQuoted } from './read-literal.js';
import type { Token } from './tokens.js';
import type { Operand, Pipe, PipeCommand } from './tree.js';

/** Reads a pipeline up to the token that ends it, which is left: `}}`, or `)` inside brackets. */
export function parsePipe(cursor: Cursor, isRange = false): Pipe {
  const { offset } = peek(cursor);
  const declared = parseVariables(cursor, isRange);
  const commands: PipeCommand[] = [];
  for (;;) {
    commands.push(parseCommand(cursor));
    if (peek(cursor).kind !== 'pipe') break;
    takeToken(cursor);
    // Go lets a bar stand before the end.
    if (['close', 'right'].includes(peek(cursor).kind)) break;
  }
  checkPipe(commands, cursor);
  // A variable is seen by what comes after its own pipeline.
  if (!declared.isAssignment) addAll(cursor.variables, declared.variables);
  return { ...declared, commands, offset, length: lengthFrom(cursor, offset) };
}

/** `$x :=`, `$i, $e :=`, `$x =` at the front; nothing is taken where there is none. */
function parseVariables(cursor: Cursor, isRange: boolean): Pick<Pipe, 'variables' | 'isAssignment'> {
  const [first, second, third, fourth] = cursor.tokens.slice(cursor.at, cursor.at + 4);
  if (first?.kind !== 'variable') return { variables: [], isAssignment: false };
  if (second?.kind === 'declare' || second?.kind === 'assign') {
    cursor.at += 2;
    return checkVariables([first], second.kind === 'assign', cursor);
  }
  if (isRange && second?.kind === 'comma' && third?.kind === 'variable') {
    if (fourth?.kind !== 'declare' && fourth?.kind !== 'assign') return failAt(cursor, 'missing := in range');
    cursor.at += 4;
    return checkVariables([first, third], fourth.kind === 'assign', cursor);
  }
  return { variables: [], isAssignment: false };
}

function checkVariables(
  tokens: readonly Token[],
  isAssignment: boolean,
  cursor: Cursor,
): Pick<Pipe, 'variables' | 'isAssignment'> {
  if (isAssignment) for (const token of tokens) checkKnown(cursor, token);
  return { variables: tokens.map(({ text }) => text), isAssignment };
}

function checkKnown(cursor: Cursor, token: Token): void {
  if (!cursor.variables.includes(token.text)) failAt(cursor, `undefined variable "${token.text}"`, token);
}

/** Only the first command may be a plain value: the others are given the value before them. */
function checkPipe(commands: readonly PipeCommand[], cursor: Cursor): void {
  for (const { first } of commands.slice(1)) {
    if (['literal', 'nil', 'dot'].includes(first.kind)) {
      failAt(cursor, 'non executable command in pipeline', { ...first, text: '' });
    }
  }
}

function parseCommand(cursor: Cursor): PipeCommand {
  const operands: Operand[] = [];
  const { offset } = peek(cursor);
  for (;;) {
    const operand = parseOperand(cursor);
    if (operand === null) break;
    const next = peek(cursor);
    if (next.isTight && isOperandStart(next.kind)) {
      failAt(cursor, `unexpected "${next.text}" after an operand`, next);
    }
    operands.push(operand);
  }
  const [first, ...args] = operands;
  if (first === undefined) {
    const next = peek(cursor);
    return failAt(cursor, next.kind === 'close' ? 'missing value' : `unexpected "${next.text}"`, next);
  }
  return { first, args, offset, length: lengthFrom(cursor, offset) };
}

function isOperandStart(kind: Token['kind']): boolean {
  return ['number', 'string', 'raw', 'character', 'name', 'field', 'dot', 'variable'].includes(kind);
}

/** Null at a token that begins none. */
function parseOperand(cursor: Cursor): Operand | null {
  const token = peek(cursor);
  const spot = { offset: token.offset, length: token.text.length };
  const literal = (value: GoValue): Operand => ({ ...spot, kind: 'literal', value });
  switch (token.kind) {
    case 'dot':
      takeToken(cursor);
      return { ...spot, kind: 'dot' };
    case 'field': {
      const names = parseFields(cursor);
      return { ...spot, length: lengthFrom(cursor, token.offset), kind: 'field', names };
    }
    case 'variable': {
      takeToken(cursor);
      checkKnown(cursor, token);
      const names = parseFields(cursor, true);
      return { ...spot, length: lengthFrom(cursor, token.offset), kind: 'variable', name: token.text, names };
    }
    case 'name':
      takeToken(cursor);
      return parseName(cursor, token);
    case 'number': {
      takeToken(cursor);
      const value = readNumber(token.text);
      return value === null ? failAt(cursor, `bad number syntax: "${token.text}"`, token) : literal(value);
    }
    case 'string':
    case 'character':
      takeToken(cursor);
      return literal(readString(cursor, token));
    case 'raw':
      takeToken(cursor);
      return literal(token.text.slice(1, -1).replaceAll('\r', ''));
    case 'left':
      return parseBrackets(cursor, token);
    default:
      return null;
  }
}

function parseBrackets(cursor: Cursor, token: Token): Operand {
  takeToken(cursor);
  const pipe = parsePipe(cursor);
  expect(cursor, 'right', 'unclosed left paren');
  const names = parseFields(cursor, true);
  return { kind: 'pipe', pipe, names, offset: token.offset, length: lengthFrom(cursor, token.offset) };
}

function readString(cursor: Cursor, token: Token): GoValue {
  const text = readQuoted(token.text.slice(1, -1));
  if (text === null) return failAt(cursor, `invalid escape in ${token.text}`, token);
  if (token.kind === 'string') return text;
  if ([...text].length !== 1) return failAt(cursor, `malformed character constant: ${token.text}`, token);
  return text.codePointAt(0) ?? 0;
}
