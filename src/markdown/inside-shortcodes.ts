import type { FragmentLink } from '../model/rendered.js';
import { compileTree, printTree } from './compile-tree.js';
import type { ChapterDraft } from './draft.js';
import type { MarkdownProcessor } from './processor.js';
import { tooDeep } from './refusals.js';
import { screenSource } from './screen-source.js';
import type { CompileFragment } from './shortcodes/chapter-run.js';
import type { ExpandedChapter } from './shortcodes/create-shortcodes.js';

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

/** Adds what was found while the shortcodes were expanded. A reference in a link's address was noted by the link, too. */
export function takeIn({ ids, fragmentLinks, diagnostics }: ExpandedChapter, draft: ChapterDraft): void {
  const noted = new Set(fragmentLinks.map(nameLink));
  const others = draft.fragmentLinks.splice(0).filter((link) => !noted.has(nameLink(link)));
  draft.fragmentLinks.push(...fragmentLinks, ...others);
  draft.ids.push(...ids);
  draft.diagnostics.unshift(...diagnostics);
}

function nameLink({ line, target, fragment }: FragmentLink): string {
  return `${line} ${target}#${fragment}`;
}
