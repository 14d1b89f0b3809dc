import type {
  Data,
  FootnoteDefinition,
  Link,
  ListItem,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { addAll } from '../../lists/add-all.js';
import type { Say } from '../../text/create-say.js';
import { type CompileState, compileStateOf, spanOfNode } from '../tree/compile-state.js';
import type { FootnoteCallSite } from '../tree/survey-tree.js';

/** A footnote's number in the text: `<sup id="fnref:1"><a href="#fn:1">1</a></sup>`. */
interface FootnoteCall extends Parent {
  type: 'footnoteCall';
  data: Data;
  children: Link[];
}

/** The notes at the end of a chapter. */
interface FootnoteSection extends Parent {
  type: 'footnoteSection';
  data: Data;
  children: RootContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    footnoteCall: FootnoteCall;
  }
  interface RootContentMap {
    footnoteCall: FootnoteCall;
    footnoteSection: FootnoteSection;
  }
}

interface Note {
  readonly number: number;
  readonly definition: FootnoteDefinition;
  /** Ids of the calls, to lead back to. */
  readonly calls: string[];
}

/**
 * Numbers the footnotes by first call, links calls and notes as Hugo does (`fn:1`, `fnref:1`, `fnref1:1` for the
 * second call) with the roles of DPUB-ARIA, and moves the notes into a section at the end.
 * Reports `markdown/unused-footnote` and `markdown/duplicate-footnote`.
 */
export function footnotes(say: Say): Transformer<Root> {
  return (tree, file) => {
    const state = compileStateOf(file);
    if (state.survey.footnoteDefinitions.length === 0) return;
    const notes = [...numberNotes(state.survey.footnoteCalls, firstDefinitions(state)).values()];
    reportUnused(state, new Set(notes.map((note) => note.definition)));
    if (notes.length === 0) return;
    for (const { number, calls } of notes) addAll(state.ids, [...calls, `fn:${number}`]);
    tree.children.push(sectionOf(notes, say));
  };
}

function firstDefinitions(state: CompileState): ReadonlyMap<string, FootnoteDefinition> {
  const first = new Map<string, FootnoteDefinition>();
  for (const definition of state.survey.footnoteDefinitions) {
    if (!first.has(definition.identifier)) first.set(definition.identifier, definition);
  }
  return first;
}

/** Notes by identifier in the order of their numbers: the calls of the text first, then those in the notes called. */
function numberNotes(
  sites: readonly FootnoteCallSite[],
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): ReadonlyMap<string, Note> {
  const bySite = groupBySite(sites);
  const notes = new Map<string, Note>();
  const places: (FootnoteDefinition | null)[] = [null];
  for (const place of places) {
    for (const { reference } of bySite.get(place) ?? []) {
      const definition = definitions.get(reference.identifier);
      if (definition === undefined) continue;
      const known = notes.get(reference.identifier);
      const note = known ?? { number: notes.size + 1, definition, calls: [] };
      if (known === undefined) {
        notes.set(reference.identifier, note);
        places.push(definition);
      }
      Object.assign(reference, callOf(note));
    }
  }
  return notes;
}

function groupBySite(
  sites: readonly FootnoteCallSite[],
): ReadonlyMap<FootnoteDefinition | null, readonly FootnoteCallSite[]> {
  const groups = new Map<FootnoteDefinition | null, FootnoteCallSite[]>();
  for (const site of sites) {
    const group = groups.get(site.inside);
    if (group === undefined) groups.set(site.inside, [site]);
    else group.push(site);
  }
  return groups;
}

function callOf(note: Note): FootnoteCall {
  const again = note.calls.length === 0 ? '' : String(note.calls.length);
  const id = `fnref${again}:${note.number}`;
  note.calls.push(id);
  return {
    type: 'footnoteCall',
    data: { hName: 'sup', hProperties: { id } },
    children: [linkOf(`#fn:${note.number}`, String(note.number), 'footnote-ref', { role: 'doc-noteref' })],
  };
}

function linkOf(url: string, text: string, className: string, properties: Record<string, string>): Link {
  return {
    type: 'link',
    url,
    children: [{ type: 'text', value: text }],
    data: { hProperties: { className: [className], ...properties } },
  };
}

function sectionOf(notes: readonly Note[], say: Say): FootnoteSection {
  return {
    type: 'footnoteSection',
    data: {
      hName: 'section',
      hProperties: { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: say('footnotes') ?? '' },
    },
    children: [
      { type: 'list', ordered: true, spread: true, children: notes.map((note) => itemOf(note, say)) },
    ],
  };
}

function itemOf({ number, definition, calls }: Note, say: Say): ListItem {
  const back = calls.flatMap((id, index): PhrasingContent[] => [
    { type: 'text', value: '\u00a0' },
    linkOf(`#${id}`, '↩︎', 'footnote-backref', {
      role: 'doc-backlink',
      ariaLabel: say('backToReference', { number: index > 0 ? `${number}-${index + 1}` : number }) ?? '',
    }),
  ]);
  const children = [...definition.children];
  const last = children.at(-1);
  if (last?.type === 'paragraph')
    children[children.length - 1] = { ...last, children: [...last.children, ...back] };
  else children.push({ type: 'paragraph', children: back });
  return { type: 'listItem', spread: true, children, data: { hProperties: { id: `fn:${number}` } } };
}

function reportUnused(
  { survey, diagnostics, job }: CompileState,
  used: ReadonlySet<FootnoteDefinition>,
): void {
  const first = new Map<string, FootnoteDefinition>();
  for (const definition of survey.footnoteDefinitions) {
    const { identifier } = definition;
    const other = first.get(identifier);
    if (other === undefined) first.set(identifier, definition);
    if (used.has(definition)) continue;
    const label = definition.label ?? identifier;
    const place = spanOfNode(job, definition);
    if (other === undefined) diagnostics.push(diagnose('markdown/unused-footnote', { label }, place));
    else {
      const related = { ...spanOfNode(job, other), message: 'has the same name' };
      diagnostics.push(diagnose('markdown/duplicate-footnote', { label }, place, [related]));
    }
  }
}
