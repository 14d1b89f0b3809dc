import type { Root } from 'mdast';
import type { ChapterTemplates } from '../../hugo-templates/create-hugo-templates.js';
import { addAll } from '../../lists/add-all.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { FragmentLink, RenderJob, ShortcodeSetting } from '../../model/rendered.js';
import type { LayerText } from '../../model/source.js';
import type { Translate } from '../../templates/create-translate.js';
import type { Engine } from '../../templates/engine.js';
import { failTemplate } from '../../templates/template-failure.js';
import type { LinkOptions } from '../links/resolve-address.js';
import type { ResolveRef } from '../links/resolve-ref.js';
import type { PrintFormula } from '../plugins/formulas.js';
import type { Slots } from '../tree/slots.js';
import type { Expansion } from './expansion.js';
import type { FindPoint } from './line-table.js';
import type { Call, PlaceOf } from './parse-calls.js';
import { placeShortcodes } from './place-shortcodes.js';

/** Markdown with slots, to be parsed. */
export interface Fragment {
  readonly source: string;
  /** To be called with the tree of `source`, before anything else: positions become those of the chapter's body. */
  readonly place: (tree: Root) => void;
  readonly htmlOf: (slot: number) => string;
}

/** A fragment as HTML, sanitised, and what was found on the way. */
interface CompiledFragment {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly fragmentLinks: readonly FragmentLink[];
}

/** Compiles what stands inside a shortcode by itself; its headings are not the chapter's, as in Hugo. */
export type CompileFragment = (fragment: Fragment, job: RenderJob) => CompiledFragment;

/** What all calls of a book share. */
export interface ShortcodeBook {
  readonly engine: Engine;
  readonly options: LinkOptions;
  readonly compile: CompileFragment;
  readonly site: ShortcodeSetting['site'];
  readonly references: ShortcodeSetting['references'];
  /** `t` in templates. */
  readonly translate: Translate;
  /** Null in a book without math. */
  readonly printFormula: PrintFormula | null;
  readonly resolveRef: ResolveRef;
  /** The same in another language, by its key; undefined for one that the book has not. */
  readonly resolveRefIn: (language: string) => ResolveRef | undefined;
  /** Makes HTML of a chapter harmless that a template vouches for. */
  readonly clean: (html: string) => string;
  /** The text of a template of Hugo's by its file; undefined for none. */
  readonly textOfTemplate: (file: string) => string | undefined;
}

/** What all calls of a chapter share. */
export interface ChapterRun {
  readonly body: string;
  readonly job: RenderJob;
  /** `page` in templates. */
  readonly page: object;
  readonly book: ShortcodeBook;
  /** Whether an offset of the body is in a comment of HTML. */
  readonly isComment: (offset: number) => boolean;
  readonly slots: Slots;
  readonly placeOf: PlaceOf;
  readonly findPoint: FindPoint;
  /** What each call has made: a template may ask for its text twice. */
  readonly made: Map<Call, string>;
  /** UTF-16 units that calls may still make. */
  budget: number;
  readonly diagnostics: Diagnostic[];
  /** Ids in what calls have made. */
  readonly ids: Set<string>;
  readonly fragmentLinks: FragmentLink[];
  /** The templates of a Hugo site at work in this chapter; null where there are none. */
  readonly hugo: ChapterTemplates | null;
  /** Which template answers a call. */
  readonly findTemplate: (call: Pick<Call, 'name' | 'isMarkdown'>) => CallTemplate;
}

/**
 * What answers a call: a template of Octavo's, one of Hugo's, or none. What a look-alike makes is HTML in both notations, for that
 * is what the themes make.
 */
type CallTemplate =
  | { readonly kind: 'octavo' | 'look-alike'; readonly name: string }
  | { readonly kind: 'hugo'; readonly file: LayerText }
  | { readonly kind: 'none' };

/** An expansion as a fragment. */
export function fragmentOf(expansion: Expansion, { slots, findPoint }: ChapterRun): Fragment {
  const place = (tree: Root) => placeShortcodes(tree, { slots, expansion, findPoint });
  return { source: expansion.source, place, htmlOf: slots.htmlOf };
}

/** Markdown inside a call as HTML. */
export function compileInnerMarkdown(expansion: Expansion, run: ChapterRun): string {
  const made = run.book.compile(fragmentOf(expansion, run), run.job);
  addAll(run.diagnostics, made.diagnostics);
  addAll(run.fragmentLinks, made.fragmentLinks);
  return made.html;
}

/** Where a call stands in its file. */
export function placeOfCall({ start, end }: Call, run: ChapterRun): SourceSpan {
  return run.placeOf(start, end);
}

/** Reports a call and ends its template. */
export function giveUp(finding: Diagnostic, run: ChapterRun): never {
  run.diagnostics.push(finding);
  return failTemplate({ report: null });
}
