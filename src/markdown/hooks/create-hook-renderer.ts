import type { Definition, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import { escapeHtml, takeTagsOff } from '../../go-templates/places/escape-text.js';
import type { ChapterTemplates, TemplateRun } from '../../hugo-templates/create-hugo-templates.js';
import { spanOfEnd } from '../../hugo-templates/span-of-end.js';
import type { LayerText } from '../../model/source.js';
import type { Shortcode } from '../shortcodes/place-shortcodes.js';
import { describeTemplateEnd } from '../shortcodes/run-hugo-call.js';
import { type CompileState, spanOfNode } from '../tree/compile-state.js';
import { fillInserts } from '../tree/inserts.js';
import { describeNode, type NodeFacts, type NodeTelling } from './describe-node.js';
import type { HookRenderer, HookSurroundings, WrittenParts } from './hook-renderer.js';
import { noteWritten } from './note-written.js';

const kinds = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'heading',
  'code',
  'blockquote',
  'table',
  'formula',
]);

/**
 * Prepares the render hooks of a Hugo site: each node that there is a hook for is printed by it, its children first. What
 * it makes goes round the sanitiser, as the HTML of shortcodes does: it is the owner's template.
 */
export function createHookRenderer(surroundings: HookSurroundings): HookRenderer {
  const { current } = surroundings;
  return {
    prepare: (tree) =>
      noteWritten(
        tree,
        (current()?.findHook(['render-blockquote-alert', 'render-blockquote']) ?? null) !== null,
      ),
    render: (tree, written, state) => {
      const templates = current();
      if (templates === null) return;
      const run: HookRun = {
        ...surroundings,
        templates,
        state,
        ordinals: new Map(),
        ...telling(tree, written, state, surroundings),
      };
      walk(tree, tree, run);
    },
  };
}

interface HookRun extends HookSurroundings, NodeTelling {
  readonly templates: ChapterTemplates;
  readonly state: CompileState;
  readonly ordinals: Map<string, number>;
}

function telling(
  tree: Root,
  written: WrittenParts,
  { inserts }: CompileState,
  { processor }: HookSurroundings,
): NodeTelling {
  const definitions = new Map<string, Definition>();
  const nodes: Nodes[] = [tree];
  for (const node of nodes) {
    if (node.type === 'definition') definitions.set(node.identifier.toUpperCase(), node);
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
  const print = (children: readonly RootContent[]) => {
    const root: Root = { type: 'root', children: [...definitions.values(), ...children] };
    return fillInserts(processor.stringify(root), inserts);
  };
  return {
    written,
    definitions,
    printBlocks: (children) => `${print(children).trim()}\n`,
    printLine: (children) => {
      if (children.length === 0) return '';
      const html = print([{ type: 'paragraph', children: [...(children as PhrasingContent[])] }]);
      return html
        .trim()
        .replace(/^<p>/, '')
        .replace(/<\/p>$/, '');
    },
  };
}

/** Children first; the nesting of a tree was limited when it was surveyed. */
function walk(node: Nodes, parent: Parents, run: HookRun): void {
  if ('children' in node) for (const child of [...node.children]) walk(child, node, run);
  if (kinds.has(node.type)) hook(node, parent, run);
}

function hook(node: Nodes, parent: Parents, run: HookRun): void {
  const { state, templates } = run;
  // The chapter's title goes before its page is printed.
  if (node.type === 'heading' && state.job.hasTitle === true && state.survey.headings[0] === node) return;
  const facts = describeNode(node, parent, run);
  const file = facts === null ? null : templates.findHook(facts.names);
  if (facts === null || file === null) return;
  const made = runHook(node, facts, file, run);
  if (made === null) return;
  const html = settleAddress(made, node, facts, run);
  const isInline = ['link', 'linkReference', 'image', 'imageReference', 'formula'].includes(node.type);
  // A formula that stands by itself is a block in Hugo.
  const isLone =
    node.type === 'formula' && node.display && parent.type === 'paragraph' && parent.children.length === 1;
  if (isLone) replaceNode(parent, html, true, state);
  else replaceNode(node, html, !isInline, state);
}

/** Null for a hook that is refused, or fails: the node is then printed as if there were none. */
function runHook(node: Nodes, facts: NodeFacts, file: LayerText, run: HookRun): string | null {
  const { state, ordinals, templates } = run;
  const ordinal = ordinals.get(facts.kind) ?? 0;
  ordinals.set(facts.kind, ordinal + 1);
  const { file: path = state.job.file, line = 1, column = 1 } = spanOfNode(state.job, node);
  const result = templates.runHook(
    file,
    { ...facts, ordinal, file: path, line, column },
    run.toolsFor(state),
  );
  report(result, node, facts, run);
  return result.text;
}

function report({ end, notes }: TemplateRun, node: Nodes, { names }: NodeFacts, run: HookRun): void {
  const { state, textOfTemplate } = run;
  const place = spanOfNode(state.job, node);
  const name = names.at(-1) ?? '';
  const tally = { name, words: null, template: null };
  for (const note of notes) {
    const { kind, value } = note.kind === 'warned' ? { kind: '', value: note.message } : note.value;
    const finding =
      note.kind === 'warned'
        ? diagnose('template/warned', { message: value }, place)
        : diagnose('template/refused-value', { name, kind, value }, place);
    state.diagnostics.push({ ...finding, tally });
  }
  if (end === null) return;
  if (end.kind !== 'refused') {
    state.diagnostics.push(describeTemplateEnd(end, name, place, textOfTemplate));
    return;
  }
  const related = [{ ...place, message: 'first used here' }];
  const template = spanOfEnd(end, textOfTemplate);
  state.diagnostics.push({
    ...diagnose('template/unsupported', { name: end.message }, template ?? place, related),
    tally: { ...tally, template },
  });
}

/** The address that the chapter wrote leads where the page has it. */
function settleAddress(html: string, node: Nodes, { texts }: NodeFacts, { definitions }: HookRun): string {
  const written = texts['Destination'];
  const target = 'identifier' in node ? definitions.get(node.identifier.toUpperCase()) : node;
  if (
    written === undefined ||
    written === '' ||
    target === undefined ||
    !('url' in target) ||
    target.url === written
  )
    return html;
  return html.replace(
    /(\s(?:href|src)=)(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g,
    (found, lead: string, double, single, bare) => {
      const value = takeTagsOff(double ?? single ?? bare ?? '');
      return value === written || decode(value) === decode(written)
        ? `${lead}"${escapeHtml(target.url)}"`
        : found;
    },
  );
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The node becomes the one that stands for finished HTML; its identity stays, by which its words are known. */
function replaceNode(node: Nodes, html: string, block: boolean, state: CompileState): void {
  const insert = state.inserts.push(html) - 1;
  const { position } = node;
  const words = takeTagsOff(html);
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  const made: Shortcode = { type: 'shortcode', value: words, searched: words, slot: -1, block, insert };
  Object.assign(node, made, position === undefined ? {} : { position });
}
