import type { Break, Nodes } from 'mdast';

declare module 'mdast' {
  interface BreakData {
    /** A mend has put the break in: the lines around it are prose all the same. */
    isMended?: true;
  }
}

/** A hard break that a mend puts between lines of prose. */
export function mendedBreak(): Break {
  return { type: 'break', data: { isMended: true } };
}

/** Whether a break was put in by a mend, and parts lines of prose. */
export function isMendedBreak(node: Nodes): boolean {
  return node.type === 'break' && node.data?.isMended === true;
}
