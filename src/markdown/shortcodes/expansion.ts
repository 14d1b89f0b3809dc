import { lastAtMost } from './line-table.js';

/** A chapter's Markdown with its shortcodes expanded, and where each part of it comes from. */
export interface Expansion {
  readonly source: string;
  /** The offset in the chapter's body of an offset in `source`: of a part that a shortcode made, that of its call. */
  readonly originOf: (offset: number, edge: 'start' | 'end') => number;
}

/** Puts an expansion together, part by part. */
export interface ExpansionBuilder {
  /** Text of the body, as it stands there. */
  readonly copy: (start: number, end: number) => void;
  /** What a call made of itself. */
  readonly replace: (start: number, end: number, text: string) => void;
  readonly finish: () => Expansion;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly isCopied: boolean;
}

/** A builder over the body of a chapter. */
export function buildExpansion(body: string): ExpansionBuilder {
  let source = '';
  const parts: Part[] = [];
  const starts: number[] = [];
  const add = (text: string, part: Part) => {
    if (text === '') return;
    starts.push(source.length);
    parts.push(part);
    source += text;
  };
  return {
    copy: (start, end) => add(body.slice(start, end), { start, end, isCopied: true }),
    replace: (start, end, text) => add(text, { start, end, isCopied: false }),
    finish: () => ({ source, originOf: (offset, edge) => findOrigin(parts, starts, offset, edge) }),
  };
}

function findOrigin(
  parts: readonly Part[],
  starts: readonly number[],
  offset: number,
  edge: 'start' | 'end',
): number {
  // What ends at a seam ends with the part before it.
  const index = lastAtMost(starts, edge === 'end' ? Math.max(0, offset - 1) : offset);
  const part = parts[index];
  if (part === undefined) return 0;
  if (!part.isCopied) return edge === 'start' ? part.start : part.end;
  return Math.min(part.start + offset - (starts[index] ?? 0), part.end);
}
