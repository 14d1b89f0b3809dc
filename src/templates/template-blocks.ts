import type { TemplateToken } from './template-tokens.js';

/** A block that is opened and not closed, or closed and not open; an `else` without its `if` is of the latter. */
export interface BlockFault {
  readonly kind: 'unclosed' | 'stray';
  /** The tag's text, trimmed. */
  readonly tag: string;
  readonly position: number;
}

interface OpenBlock {
  readonly name: string;
  readonly tag: string;
  readonly position: number;
}

/**
 * The first fault in the nesting of a template's blocks, or null. Vento alone would name the text after the tag,
 * or run into the next block's end. A `layout` may stay open: it then takes the rest of the template.
 */
export function findBlockFault(tokens: readonly TemplateToken[]): BlockFault | null {
  const last = tokens.at(-1);
  const lastTag = tokens.findLast(([type]) => type === 'tag' || type === 'comment');
  if (last !== undefined && last[0] !== 'string') return describeFault('unclosed', lastTag ?? last);
  const open: OpenBlock[] = [];
  for (const token of tokens) {
    if (token[0] !== 'tag') continue;
    const [, code, position = 0] = token;
    const tag = trimTag(code);
    const opened = readOpening(tag);
    if (opened !== null) open.push({ name: opened, tag, position });
    if (/^else\b/.test(tag) && open.at(-1)?.name !== 'if') return describeFault('stray', token);
    if (!/^\/[a-z]+$/.test(tag)) continue;
    const name = tag.slice(1);
    if (name !== 'layout') dropLayouts(open);
    const top = open.pop();
    if (top === undefined) return describeFault('stray', token);
    if (top.name !== name) return { kind: 'unclosed', tag: top.tag, position: top.position };
  }
  dropLayouts(open);
  const left = open.at(-1);
  return left === undefined ? null : { kind: 'unclosed', tag: left.tag, position: left.position };
}

function describeFault(kind: BlockFault['kind'], [, code, position = 0]: TemplateToken): BlockFault {
  const [line = ''] = trimTag(code).split('\n');
  return { kind, tag: line.trim().slice(0, 60), position };
}

function dropLayouts(open: OpenBlock[]): void {
  while (open.at(-1)?.name === 'layout') open.pop();
}

function trimTag(code: string): string {
  return code.replace(/^-?\s+|(?<!\s)\s+-?$/g, '');
}

/** The name with which a tag is closed, or null when it opens nothing. */
function readOpening(tag: string): string | null {
  const [, word = '', rest = ''] = /^(?:async\s+)?(\w+)\b([\s\S]*)$/.exec(tag) ?? [];
  if (['if', 'for', 'function', 'slot', 'layout'].includes(word)) return rest === '' ? null : word;
  if (word === 'echo') return rest.trim() === '' ? word : null;
  if (word === 'export' && /^\s+(?:async\s+)?function\b/.test(rest)) return word;
  return ['set', 'default', 'export'].includes(word) && /^\s+\w+\s*$/.test(rest) ? word : null;
}
