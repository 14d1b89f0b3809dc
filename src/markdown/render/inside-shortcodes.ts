import type { FragmentLink } from '../../model/rendered.js';
import { screenSource } from '../parse/screen-source.js';
import type { CompileFragment } from '../shortcodes/chapter-run.js';
import type { ExpandedChapter } from '../shortcodes/create-shortcodes.js';
import type { ChapterDraft } from '../tree/draft.js';
import { compileTree, printTree } from './compile-tree.js';
import type { MarkdownProcessor } from './processor.js';
import { tooDeep } from './refusals.js';

/** Compiles what stands inside a shortcode as the chapter around it is compiled. */
export function compileInside(processor: MarkdownProcessor): CompileFragment {
  return (fragment, job) => {
    const isFine = screenSource(fragment.source) === null;
    const compiled = isFine ? compileTree(fragment.source, job, processor, fragment) : null;
    if (compiled === null) return { html: '', fragmentLinks: [], diagnostics: [tooDeep(job)] };
    const { tree, draft } = compiled;
    return { ...draft, html: printTree(tree, draft, processor) };
  };
}

/**
 * Adds what was found while the shortcodes were expanded. A reference in a link's address was noted by the link, too: by
 * the last one that begins before it on its line and leads to the same.
 */
export function takeIn({ ids, fragmentLinks, diagnostics }: ExpandedChapter, draft: ChapterDraft): void {
  const others = draft.fragmentLinks.splice(0);
  for (const noted of fragmentLinks) {
    const around = others.findLastIndex((link) => isAround(link, noted));
    if (around !== -1) others.splice(around, 1);
  }
  draft.fragmentLinks.push(...fragmentLinks, ...others);
  draft.ids.push(...ids);
  draft.diagnostics.unshift(...diagnostics);
}

function isAround(link: FragmentLink, { line, column, target, fragment }: FragmentLink): boolean {
  const isSame = link.target === target && link.fragment === fragment;
  return isSame && link.line === line && link.column <= column;
}
