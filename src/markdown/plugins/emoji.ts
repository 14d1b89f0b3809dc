import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { compileStateOf } from '../tree/compile-state.js';
import { rewritePhrasing } from '../tree/rewrite-phrasing.js';

/** The character for a name; undefined where there is none. */
export type FindEmoji = (name: string) => string | undefined;

const code = /:([\w+-]+):/g;

/** Turns `:smile:` into the character (`enableEmoji`); names that are none stay as they are. */
export function emoji(find: FindEmoji): Transformer<Root> {
  return (_tree, file) => {
    if (!String(file).includes(':')) return;
    for (const prose of compileStateOf(file).survey.prose) {
      rewritePhrasing(prose, (node) => {
        if (node.type !== 'text' || !node.value.includes(':')) return null;
        const value = node.value.replace(code, (whole, name: string) => find(name) ?? whole);
        return value === node.value ? null : [{ ...node, value }];
      });
    }
  };
}
