import { toPlain } from '../../formats/plain.js';
import type { HugoTemplates } from '../../hugo-templates/create-hugo-templates.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { PluginConfig } from '../../model/plugins.js';
import type { FragmentLink, RenderJob, ShortcodeSetting } from '../../model/rendered.js';
import type { Translate } from '../../templates/create-translate.js';
import { createEngine, markSafe } from '../../templates/engine.js';
import { createFilters } from '../../templates/filters.js';
import type { TargetIndex } from '../links/index-targets.js';
import type { LinkOptions } from '../links/resolve-address.js';
import { createRefResolver } from '../links/resolve-ref.js';
import type { PrintFormula } from '../plugins/formulas.js';
import { createSlots, textOfHtml } from '../tree/slots.js';
import {
  type ChapterRun,
  type CompileFragment,
  type Fragment,
  fragmentOf,
  type ShortcodeBook,
} from './chapter-run.js';
import { createCommentFinder } from './find-comments.js';
import { type ChapterFinder, createFinder } from './find-template.js';
import { createLineTable, type FindPoint } from './line-table.js';
import { type PlaceOf, parseCalls } from './parse-calls.js';
import { expandPieces, SIZE_LIMIT } from './run-call.js';

/** A chapter's Markdown with its shortcodes expanded, ready to be parsed. */
export interface ExpandedChapter extends Fragment {
  /** The line of the body for one of `source`. */
  readonly lineOf: (line: number) => number;
  /** The body for readers of Markdown: shortcodes expanded, those that are HTML as such. */
  readonly markdown: () => string;
  readonly diagnostics: readonly Diagnostic[];
  readonly ids: ReadonlySet<string>;
  readonly fragmentLinks: readonly FragmentLink[];
}

/** What shortcodes are made with. */
export interface ShortcodeSurroundings extends ShortcodeSetting {
  readonly filters: PluginConfig['filters'];
  readonly translate: Translate;
  /** The templates of a Hugo site; null for a book that brings none. */
  readonly hugo: HugoTemplates | null;
  readonly clean: (html: string) => string;
  readonly printFormula: PrintFormula | null;
}

/** Expands the shortcodes of a chapter. Never throws for a fault of the chapter or of a template. */
export type ExpandChapter = (body: string, job: RenderJob) => ExpandedChapter;

/**
 * Prepares the shortcodes of a book (content rule 13). For a chapter:
 *
 * 1. its calls are found (`parse-calls.ts`), by the names of the templates in `shortcodes/`;
 * 2. each is run, those inside it first (`run-call.ts`);
 * 3. what a `{{% %}}` call makes takes its place in the Markdown; a `{{< >}}` call leaves a word there (`slots.ts`);
 * 4. once the Markdown is a tree, nodes take the place of those words (`place-shortcodes.ts`), and after all is
 *    sanitised and printed, the HTML takes the place of the nodes (`inserts.ts`).
 */
export function createShortcodes(
  setting: ShortcodeSurroundings,
  options: LinkOptions,
  compile: CompileFragment,
): ExpandChapter {
  const { site, filters, translate } = setting;
  // Faults of the templates by themselves are reported with those of the pages'.
  const engine = createEngine(setting.templates, { ...createFilters(site, markSafe), ...filters }).value;
  const book: ShortcodeBook = {
    engine,
    options,
    compile,
    site: { ...site, params: ownValues(site.params) },
    references: setting.references,
    translate,
    ...createRefResolvers(options.index),
    clean: setting.clean,
    printFormula: setting.printFormula,
    textOfTemplate: setting.hugo?.textOf ?? (() => undefined),
  };
  const finder = createFinder(setting, engine);
  return (body, job) => expandChapter(body, job, book, finder(setting.hugo?.current() ?? null));
}

function createRefResolvers(index: TargetIndex): Pick<ShortcodeBook, 'resolveRef' | 'resolveRefIn'> {
  const languages = Object.entries(index.languages);
  const others = new Map(languages.map(([key, other]) => [key, createRefResolver(other, index)]));
  return { resolveRef: createRefResolver(index), resolveRefIn: (language) => others.get(language) };
}

function expandChapter(
  body: string,
  job: RenderJob,
  book: ShortcodeBook,
  { known, findTemplate, hugo }: ChapterFinder,
): ExpandedChapter {
  const findPoint = createLineTable(body);
  const diagnostics: Diagnostic[] = [];
  const placeOf = createPlaces(job, findPoint);
  const pieces = parseCalls(body, known, placeOf, diagnostics);
  const slots = createSlots(body);
  const run: ChapterRun = {
    ...{ body, job, book, slots, placeOf, findPoint, diagnostics },
    isComment: createCommentFinder(body),
    made: new Map(),
    budget: SIZE_LIMIT,
    page: job.page === undefined ? {} : { ...job.page, params: ownValues(job.page.params) },
    ids: new Set(),
    fragmentLinks: [],
    hugo,
    findTemplate,
  };
  const expansion = expandPieces(pieces, null, run);
  const { source } = expansion;
  return {
    ...fragmentOf(expansion, run),
    lineOf: (line) => findPoint(expansion.originOf(startOfLine(source, line), 'start')).line,
    markdown: () =>
      source.replace(slots.pattern, (_, slot: string) => writeReadable(slots.htmlOf(Number(slot)))),
    diagnostics,
    ids: run.ids,
    fragmentLinks: run.fragmentLinks,
  };
}

function createPlaces({ file, bodyLine }: RenderJob, findPoint: FindPoint): PlaceOf {
  return (start, end) => {
    const [first, last] = [findPoint(start), findPoint(end)];
    const place = { file, line: first.line + bodyLine - 1, column: first.column };
    return first.line === last.line ? { ...place, length: end - start } : place;
  };
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return start;
}

/** Without prototypes, which data lose when they cross threads. */
function ownValues(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const copy = toPlain(params, false);
  return copy.ok ? copy.value : {};
}

const drawing = /<svg\b([^<>]*)>(?:(?!<svg\b)[\s\S])*?<\/svg>/gi;
const label = /\saria-label="([^"]*)"/i;
const listing =
  /^\s*<pre\b[^>]*><code(?:\s+class="language-([\w+#.-]+)")?[^>]*>([\s\S]*)<\/code><\/pre>\s*$/i;

/**
 * The HTML of a shortcode for readers of Markdown: a listing as a fenced block, without its colours; of a drawing its
 * label. Anything else stays HTML, which Markdown may hold.
 */
function writeReadable(html: string): string {
  const [, language = '', code] = listing.exec(html) ?? [];
  if (code !== undefined) return fence(textOfHtml(code), language);
  return html.replace(drawing, (_, attributes: string) => label.exec(attributes)?.[1] ?? '');
}

function fence(code: string, language: string): string {
  const runs = code.match(/`+/g) ?? [];
  const marks = '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length + 1), 3));
  return `${marks}${language}\n${code.replace(/\n?$/, '\n')}${marks}`;
}
