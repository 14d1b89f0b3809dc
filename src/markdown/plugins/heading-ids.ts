import type { Heading, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { HeadingIdType, MarkdownConfig } from '../../model/markdown-config.js';
import { makeHeadingSlug } from '../../url/heading-slug.js';
import { type CompileState, compileStateOf, spanOfNode } from '../tree/compile-state.js';
import type { DefinitionTerm } from '../tree/definition-nodes.js';
import { type TakenIds, takeId, textForId, unusedId } from '../tree/heading-names.js';
import { plainText } from '../tree/plain-text.js';

/**
 * Gives every heading an id and enters it in the outline. An id of the author's stays as it is; the others come from
 * the rendered text, by default as GitHub and Hugo make them (content rules 14 and 21.11). So do those of the terms of
 * definition lists, where they are asked for. Reports `markdown/duplicate-id`.
 */
export function headingIds(config: Pick<MarkdownConfig, 'headingIds' | 'termIds'>): Transformer<Root> {
  const slugOf = config.headingIds === 'none' ? null : createSlugs(config.headingIds);
  const termSlugOf = createSlugs(config.headingIds === 'none' ? 'github' : config.headingIds);
  return (_tree, file) => {
    const state = compileStateOf(file);
    const taken: TakenIds = new Map();
    const { prose, headings } = state.survey;
    for (const node of config.termIds ? prose : headings) {
      if (node.type === 'heading') identify(node, state, { taken, slugOf });
      else if (node.type === 'definitionTerm') nameTerm(node, state, { taken, slugOf: termSlugOf });
    }
  };
}

function createSlugs(type: HeadingIdType): (text: string, fallback: string) => string {
  return (text, fallback) => makeHeadingSlug(text, type, fallback);
}

type SlugOf = ReturnType<typeof createSlugs>;

interface Naming {
  /** Null where headings get only the ids that their authors give them; the outline has no others then. */
  readonly slugOf: SlugOf | null;
  readonly taken: TakenIds;
}

function identify(heading: Heading, state: CompileState, { slugOf, taken }: Naming): void {
  const text = textOf(heading);
  const properties = heading.data?.hProperties;
  const given = properties?.['id'];
  const id =
    typeof given === 'string' ? given : slugOf && unusedId(slugOf(textForId(heading), 'heading'), taken);
  if (id === null) return;
  if (typeof given === 'string' && taken.has(id)) {
    state.diagnostics.push(diagnose('markdown/duplicate-id', { id }, spanOfNode(state.job, heading)));
  }
  takeId(id, taken);
  heading.data = { ...heading.data, hProperties: { ...properties, id } };
  state.ids.push(id);
  // A link of the outline needs a name: what pictures say, where there are no words.
  const name = text === '' ? textForId(heading) : text;
  if (name !== '') state.headings.push({ level: heading.depth, id, text: name });
}

function nameTerm(
  term: DefinitionTerm,
  state: CompileState,
  { slugOf, taken }: Naming & { readonly slugOf: SlugOf },
): void {
  const id = unusedId(slugOf(textForId(term), 'term'), taken);
  takeId(id, taken);
  term.data = { ...term.data, hProperties: { id } };
  state.ids.push(id);
}

function textOf(node: Heading | DefinitionTerm): string {
  return plainText(node).replaceAll('\n', ' ').trim();
}
