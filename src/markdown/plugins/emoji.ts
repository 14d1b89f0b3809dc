import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { compileStateOf } from '../tree/compile-state.js';
import { rewritePhrasing } from '../tree/rewrite-phrasing.js';

declare module 'mdast' {
  interface TextData {
    /** With names where there are emoji. */
    written?: string;
  }
}

/** The character for a name; undefined where there is none. */
export type FindEmoji = (name: string) => string | undefined;

const code = /:([\w+-]+):/g;

/** Turns `:smile:` into the character (`enableEmoji`); names that are none stay as they are, and all of them in ids of headings. */
export function emoji(find: FindEmoji): Transformer<Root> {
  return (_tree, file) => {
    if (!String(file).includes(':')) return;
    for (const prose of compileStateOf(file).survey.prose) {
      rewritePhrasing(prose, (node) => {
        if (node.type !== 'text' || !node.value.includes(':')) return null;
        const value = node.value.replace(code, (whole, name: string) => find(name) ?? whole);
        return value === node.value
          ? null
          : [{ ...node, value, data: { ...node.data, written: node.value } }];
      });
    }
  };
}
