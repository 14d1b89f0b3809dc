import type { FragmentLink } from '../../model/rendered.js';
import { screenSource } from '../parse/screen-source.js';
import type { CompileFragment } from '../shortcodes/chapter-run.js';
import type { ExpandedChapter } from '../shortcodes/create-shortcodes.js';
import type { CompileState } from '../tree/compile-state.js';
import { compileTree, printTree } from './compile-tree.js';
import type { MarkdownProcessor } from './markdown-processor.js';
import { tooDeep } from './refusals.js';

/** Compiles what stands inside a shortcode as the chapter around it is compiled. */
export function createFragmentCompiler(processor: MarkdownProcessor): CompileFragment {
  return (fragment, job) => {
    const isFine = screenSource(fragment.source) === null;
    const compiled = isFine ? compileTree(fragment.source, job, processor, fragment) : null;
    if (compiled === null) return { html: '', fragmentLinks: [], diagnostics: [tooDeep(job)] };
    const { tree, state } = compiled;
    return { ...state, html: printTree(tree, state, processor) };
  };
}

/**
 * Adds what was found while the shortcodes were expanded. A reference in a link's address was noted by the link, too: by
 * the last one that begins before it on its line and leads to the same.
 */
export function takeIn({ ids, fragmentLinks, diagnostics }: ExpandedChapter, state: CompileState): void {
  const others = state.fragmentLinks.splice(0);
  for (const noted of fragmentLinks) {
    const around = others.findLastIndex((link) => isAround(link, noted));
    if (around !== -1) others.splice(around, 1);
  }
  state.fragmentLinks.push(...fragmentLinks, ...others);
  state.ids.push(...ids);
  state.diagnostics.unshift(...diagnostics);
}

function isAround(link: FragmentLink, { line, column, target, fragment }: FragmentLink): boolean {
  const isSame = link.target === target && link.fragment === fragment;
  return isSame && link.line === line && link.column <= column;
}
