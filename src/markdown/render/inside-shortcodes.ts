import { addAll } from '../../lists/add-all.js';
import type { FragmentLink } from '../../model/rendered.js';
import type { HookRenderer } from '../hooks/hook-renderer.js';
import { screenSource } from '../parse/screen-source.js';
import type { CompileFragment } from '../shortcodes/chapter-run.js';
import type { ExpandedChapter } from '../shortcodes/create-shortcodes.js';
import type { CompileState } from '../tree/compile-state.js';
import { compileTree, printTree } from './compile-tree.js';
import type { MarkdownProcessor } from './markdown-processor.js';
import { tooDeep } from './refusals.js';

/** Compiles what stands inside a shortcode as the chapter around it is compiled. */
export function createFragmentCompiler(
  processor: MarkdownProcessor,
  hooks: () => HookRenderer | null = () => null,
): CompileFragment {
  return (fragment, job) => {
    const isFine = screenSource(fragment.source) === null;
    const compiled = isFine ? compileTree(fragment.source, job, processor, fragment, hooks()) : null;
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
  const taken = findTaken(others, fragmentLinks);
  addAll(state.fragmentLinks, fragmentLinks);
  addAll(
    state.fragmentLinks,
    others.filter((link) => !taken.has(link)),
  );
  addAll(state.ids, ids);
  addAll(state.diagnostics, [...diagnostics, ...state.diagnostics.splice(0)]);
}

/** For each link that was noted inside, the last one like it around it: it begins on the same line, and no later. */
function findTaken(
  others: readonly FragmentLink[],
  inside: readonly FragmentLink[],
): ReadonlySet<FragmentLink> {
  const keyOf = ({ line, target, fragment }: FragmentLink) => `${line}\n${target}\n${fragment}`;
  const byKey = new Map<string, FragmentLink[]>();
  for (const link of others) {
    const group = byKey.get(keyOf(link));
    if (group === undefined) byKey.set(keyOf(link), [link]);
    else group.push(link);
  }
  const taken = new Set<FragmentLink>();
  for (const noted of inside) {
    const group = byKey.get(keyOf(noted)) ?? [];
    const around = group.findLast((link) => !taken.has(link) && link.column <= noted.column);
    if (around !== undefined) taken.add(around);
  }
  return taken;
}
