import { diagnose } from '../diagnostics/catalogue.js';
import { nearestWord } from '../text/nearest.js';
import { failTemplate } from './template-failure.js';

/** The template that is being read, and the filters it may use. */
export interface TokenCheck {
  readonly name: string | undefined;
  readonly filters: readonly string[];
}

/** What `|>` may call besides filters: the methods of text, lists and numbers, and Vento's own `safe`. */
const METHODS: ReadonlySet<string> = new Set([
  'safe',
  ...[String, Array, Number]
    .flatMap((type) => Object.getOwnPropertyNames(type.prototype))
    .filter((name) => name !== 'constructor' && name !== 'length'),
]);

/**
 * Reads a template's tokens before they are compiled: places them, guards URL attributes, and fails with
 * `template/unclosed`, `template/syntax` (an end without a beginning) or `template/unknown-filter`.
 */
export function checkTokens(tokens: TemplateToken[], check: TokenCheck): void {
  placeTokens(tokens);
  checkBlocks(tokens, check);
  checkFilters(tokens, check);
  guardAddresses(tokens);
}

function checkBlocks(tokens: readonly TemplateToken[], { name }: TokenCheck): void {
  const fault = findBlockFault(tokens);
  if (fault === null) return;
  const { kind, tag, position } = fault;
  failTemplate({
    name,
    position,
    report: (place, related) =>
      kind === 'unclosed'
        ? diagnose('template/unclosed', { tag }, place, related)
        : diagnose('template/syntax', { reason: `"${tag}" ends a block that is not open` }, place, related),
  });
}

function checkFilters(tokens: readonly TemplateToken[], check: TokenCheck): void {
  const names = [...check.filters, ...METHODS];
  const unknown = findUnknownFilter(tokens, (name) => names.includes(name));
  if (unknown === null) return;
  const { name, position } = unknown;
  failTemplate({
    name: check.name,
    position,
    report: (place, related) =>
      diagnose(
        'template/unknown-filter',
        { name, nearest: nearestWord(name, names) },
        { ...place, length: name.length },
        related,
      ),
  });
}

/** A block that is opened and not closed, or closed and not open; an `else` without its `if` is of the latter. */
interface BlockFault {
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
function findBlockFault(tokens: readonly TemplateToken[]): BlockFault | null {
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

/** A piece of a template as Vento cuts it: `string`, `comment`, `tag` or `filter`, its text, where it starts. */
type TemplateToken = [type: string, code: string, position?: number];

/**
 * Gives every token its exact position, in place. (Vento counts three characters too few after each comment,
 * and lets a filter begin with the space before it.) Tokens must not be trimmed yet.
 */
function placeTokens(tokens: readonly TemplateToken[]): void {
  let offset = 0;
  for (const token of tokens) {
    const [type, code] = token;
    const indent = code.length - code.trimStart().length;
    token[2] = type === 'filter' ? offset + indent : offset;
    if (type === 'string') offset += code.length;
    else if (type === 'comment') offset += code.length + 6;
    // `{{` before a tag; after it, and after each filter, either `|>` or `}}`.
    else offset += code.length + (type === 'tag' ? 4 : 2);
  }
}

const URL_ATTRIBUTE = /\b(?:href|src|action|formaction|poster)\s*=\s*["']?$/i;
const STATEMENT =
  /^-?\s*(?:\/|>|(?:if|else|for|include|layout|slot|set|default|function|async|export|import|echo|break|continue)\b)/;

/** Adds the filter `href` to each value that fills a URL attribute, so that no template can forget it. */
function guardAddresses(tokens: TemplateToken[]): void {
  for (let index = tokens.length - 1; index > 0; index--) {
    const [type, code, position] = tokens[index] ?? ['', ''];
    const before = tokens[index - 1] ?? ['', ''];
    if (type !== 'tag' || STATEMENT.test(code) || before[0] !== 'string' || !URL_ATTRIBUTE.test(before[1]))
      continue;
    let end = index + 1;
    while (tokens[end]?.[0] === 'filter') end++;
    tokens.splice(end, 0, ['filter', ' href ', position ?? 0]);
  }
}

/** The first filter whose name is not among the known ones, or null. */
function findUnknownFilter(
  tokens: readonly TemplateToken[],
  isKnown: (name: string) => boolean,
): { readonly name: string; readonly position: number } | null {
  for (const [type, code, position] of tokens) {
    const name = type === 'filter' ? /^\s*(?:!\s*)?(?:await\s+)?([\w.]+)/.exec(code)?.[1] : undefined;
    if (name !== undefined && !isKnown(name)) return { name, position: position ?? 0 };
  }
  return null;
}
