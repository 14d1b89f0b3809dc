import { type Cursor, failAt, type KnownNames, peek, takeToken } from './cursor.js';
import { divideTemplate } from './divide-template.js';
import { parsePipe } from './parse-pipe.js';
import { readQuoted } from './read-literal.js';
import type { Token } from './tokens.js';
import type { BranchNode, ParsedTemplate, Pipe, TemplateNode } from './tree.js';

/** The file of a template. */
export interface TemplateSource {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** What ends a list of nodes. */
type Ending = 'end' | 'else' | 'file';

interface Reading {
  readonly cursor: Cursor;
  readonly defined: Map<string, readonly TemplateNode[]>;
  /** Ranges around this place. */
  loops: number;
}

/**
 * Reads a template by the grammar of Go's `text/template`, with Hugo's `return`: names of functions and variables are
 * checked as Go checks them. Ends with a fault at the first thing that it cannot read (`faults.ts`).
 */
export function parseTemplate({ name, file, text }: TemplateSource, known: KnownNames): ParsedTemplate {
  const cursor: Cursor = { ...known, tokens: divideTemplate(text, file), file, at: 0, variables: ['$'] };
  const reading: Reading = { cursor, defined: new Map(), loops: 0 };
  const { nodes, ending } = parseNodes(reading);
  if (ending !== 'file') failAt(cursor, `unexpected {{${ending}}}`, cursor.tokens[cursor.at - 1]);
  return { name, file, nodes, defined: reading.defined };
}

function parseNodes(reading: Reading): { nodes: readonly TemplateNode[]; ending: Ending } {
  const { cursor } = reading;
  const nodes: TemplateNode[] = [];
  for (;;) {
    const token = takeToken(cursor);
    if (token.kind === 'end') return { nodes, ending: 'file' };
    if (token.kind === 'text') {
      nodes.push({ kind: 'text', text: token.text, offset: token.offset, length: token.text.length });
      continue;
    }
    const word = peek(cursor);
    const keyword = word.kind === 'name' ? word.text : '';
    if (keyword === 'end' || keyword === 'else') {
      takeToken(cursor);
      if (keyword === 'end') close(cursor);
      return { nodes, ending: keyword };
    }
    const node = parseAction(reading, token, keyword);
    if (node !== null) nodes.push(node);
  }
}

function close(cursor: Cursor): void {
  const token = takeToken(cursor);
  if (token.kind !== 'close') failAt(cursor, `unexpected "${token.text}" in a statement`, token);
}

/** Null for what only defines something. */
function parseAction(reading: Reading, open: Token, keyword: string): TemplateNode | null {
  const { cursor } = reading;
  const spot = { offset: open.offset, length: 2 };
  switch (keyword) {
    case 'if':
    case 'with':
    case 'range':
      takeToken(cursor);
      return parseBranch(reading, open, keyword);
    case 'define':
      takeToken(cursor);
      define(reading, open);
      return null;
    case 'block':
    case 'template':
      takeToken(cursor);
      return parseInvocation(reading, open, keyword);
    case 'break':
    case 'continue':
      if (cursor.tokens[cursor.at + 1]?.kind !== 'close') break;
      if (reading.loops === 0) failAt(cursor, `{{${keyword}}} outside {{range}}`);
      takeToken(cursor);
      close(cursor);
      return { ...spot, kind: keyword };
    case 'return': {
      takeToken(cursor);
      const pipe = peek(cursor).kind === 'close' ? null : parsePipe(cursor);
      close(cursor);
      return { ...spot, kind: 'return', pipe };
    }
  }
  const pipe = parsePipe(cursor);
  close(cursor);
  return { kind: 'action', pipe, offset: pipe.offset, length: pipe.length };
}

/** `if`, `with` or `range` after its keyword, with what follows up to its end. */
function parseBranch(reading: Reading, open: Token, kind: BranchNode['kind']): BranchNode {
  const { cursor } = reading;
  const outer = cursor.variables.length;
  const pipe = parsePipe(cursor, kind === 'range');
  close(cursor);
  if (kind === 'range') reading.loops += 1;
  const { nodes: body, ending } = parseNodes(reading);
  if (kind === 'range') reading.loops -= 1;
  if (ending === 'file')
    failAt(cursor, `unclosed {{${kind}}}: it has no {{end}}`, { ...open, text: `{{ ${kind}` });
  const otherwise = ending === 'else' ? parseElse(reading, open) : null;
  cursor.variables.length = outer;
  return { kind, pipe, body, otherwise, offset: pipe.offset, length: pipe.length };
}

function parseElse(reading: Reading, open: Token): readonly TemplateNode[] {
  const { cursor } = reading;
  const word = peek(cursor);
  if (word.kind === 'name' && (word.text === 'if' || word.text === 'with')) {
    takeToken(cursor);
    return [parseBranch(reading, open, word.text)];
  }
  close(cursor);
  const { nodes, ending } = parseNodes(reading);
  if (ending === 'else') failAt(cursor, 'expected end; found {{else}}', cursor.tokens[cursor.at - 1]);
  if (ending === 'file') failAt(cursor, 'unclosed {{else}}: it has no {{end}}', open);
  return nodes;
}

function define(reading: Reading, open: Token): void {
  const { cursor } = reading;
  const name = takeName(cursor);
  close(cursor);
  reading.defined.set(name, parseBody(reading, open));
}

/** The nodes of a definition: it sees no variables of the template around it. */
function parseBody(reading: Reading, open: Token): readonly TemplateNode[] {
  const { cursor } = reading;
  const [variables, loops] = [cursor.variables, reading.loops];
  cursor.variables = ['$'];
  reading.loops = 0;
  const { nodes, ending } = parseNodes(reading);
  if (ending !== 'end') failAt(cursor, 'unclosed {{define}}: it has no {{end}}', open);
  cursor.variables = variables;
  reading.loops = loops;
  return nodes;
}

function parseInvocation(reading: Reading, open: Token, keyword: string): TemplateNode {
  const { cursor } = reading;
  const token = peek(cursor);
  const name = takeName(cursor);
  const pipe: Pipe | null = peek(cursor).kind === 'close' ? null : parsePipe(cursor);
  close(cursor);
  if (keyword === 'block') reading.defined.set(name, parseBody(reading, open));
  return { kind: 'template', name, pipe, offset: token.offset, length: token.text.length };
}

function takeName(cursor: Cursor): string {
  const token = takeToken(cursor);
  if (token.kind === 'raw') return token.text.slice(1, -1);
  expectString(cursor, token);
  return readQuoted(token.text.slice(1, -1)) ?? '';
}

function expectString(cursor: Cursor, token: Token): void {
  if (token.kind !== 'string')
    failAt(cursor, `unexpected "${token.text}" where a name in quotes is due`, token);
}
