import type { Printer } from './browser-press/create-printer.js';
import { checkFragments } from './check/rules/links.js';
import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { applySeverities, hasErrors } from './diagnostics/apply-severities.js';
import { diagnose } from './diagnostics/catalogue.js';
import { dropRepeated } from './diagnostics/drop-repeated.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import { addAll } from './lists/add-all.js';
import type { Diagnostic } from './model/diagnostic.js';
import { createSite } from './pages/create-site.js';
import { gatherSiteEvidence } from './pipeline/gather-site-evidence.js';
import { type BookFile, createBookFileMaker } from './pipeline/make-book-file.js';
import { openAgain } from './pipeline/open-ahead.js';
import type { OpenSite } from './pipeline/open-site.js';
import { planSite, startRecall } from './pipeline/plan-site.js';
import { readInputs } from './pipeline/read-inputs.js';
import type { Rendering } from './pipeline/render-book.js';
import { siteContext } from './pipeline/run.js';
import { createTrace } from './pipeline/trace.js';
import { nearestWord } from './text/nearest.js';

/** Which book files are wanted. */
export interface BookOrder {
  /** Paths of sections, a file for each; none for the whole book. */
  readonly parts: readonly string[];
  /** Keys of languages; none for all. */
  readonly languages: readonly string[];
  /** What prints PDFs; null for EPUBs. */
  readonly printer: Printer | null;
  /** Called as chapters are rendered. */
  readonly progress: ((done: number, total: number) => void) | null;
}

/** The book files of a book, or what keeps them from being made. */
export interface MadeBooks {
  /** Empty after an error. */
  readonly files: readonly BookFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the book in `root` into files to take along, in memory: one for each language, or for each part that is asked for. Every finding
 * of the book is among the diagnostics; after an error there are no files, and nothing is printed.
 */
export async function makeBooks(root: string, request: ConfigRequest, order: BookOrder): Promise<MadeBooks> {
  const inputs = readInputs(root, request, { plugins: await loadPlugins(root) });
  const opened = openAgain(inputs, null);
  const evidence = gatherSiteEvidence(opened.sites);
  const recall = startRecall(opened, null);
  const { wanted, diagnostics: unknown } = chooseSites(opened.sites, order.languages);
  const findings: Diagnostic[] = [...inputs.diagnostics, ...unknown];
  const files: BookFile[] = [];
  const settle = () => sortDiagnostics(applySeverities(dropRepeated(findings), inputs.config), []);
  for (const site of wanted) {
    const { rendering } = planSite(site, evidence, recall);
    addAll(findings, site.opened.diagnostics);
    await rendering.prepare();
    const { factsOf, htmlOf, isComplete } = renderInTurn(rendering, order.progress);
    const made = createSite(siteContext(site, createTrace(factsOf, htmlOf)));
    addAll(findings, made.diagnostics);
    const { makeEpub, makePdf } = createBookFileMaker(site, made.value);
    const review = () => {
      // Chapters outside a part are rendered for their findings alone.
      if (!isComplete()) addAll(findings, readFindings(rendering));
      return !hasErrors(settle());
    };
    for (const part of order.parts.length === 0 ? [null] : order.parts) {
      const file = order.printer === null ? await makeEpub(part) : await makePdf(part, order.printer, review);
      addAll(findings, file.diagnostics);
      addAll(files, file.value);
    }
    review();
  }
  const diagnostics = settle();
  return { files: hasErrors(diagnostics) ? [] : files, diagnostics };
}

/** The chapters of a site, each rendered once: when it is written, or when a link asks what ids it has. */
function renderInTurn(rendering: Rendering, progress: BookOrder['progress']) {
  /** Rendered before their turn. */
  const early = new Map<string, string>();
  const rendered = new Set<string>();
  const render = (path: string): string => {
    rendered.add(path);
    progress?.(rendered.size, rendering.count);
    return rendering.htmlOf(path);
  };
  let isReviewed = false;
  return {
    htmlOf: (path: string) => {
      const html = early.get(path) ?? render(path);
      early.delete(path);
      return html;
    },
    factsOf: (path: string) => {
      if (!rendered.has(path)) early.set(path, render(path));
      return rendering.factsOf(path);
    },
    /** True from the second time on. */
    isComplete: () => {
      const before = isReviewed;
      isReviewed = true;
      return before;
    },
  };
}

function readFindings(rendering: Rendering): readonly Diagnostic[] {
  const facts = rendering.allFacts();
  return [...facts.flatMap(({ diagnostics }) => diagnostics), ...checkFragments(facts)];
}

/** The sites of the languages that are asked for; `books/unknown-language` for each that the book has not. */
function chooseSites(
  sites: readonly OpenSite[],
  languages: readonly string[],
): { readonly wanted: readonly OpenSite[]; readonly diagnostics: readonly Diagnostic[] } {
  const keyOf = ({ inputs }: OpenSite) => inputs.config.place.key;
  const known = sites.map(keyOf);
  const unknown = languages.filter((language) => !known.includes(language));
  const wanted = sites.filter((site) => languages.length === 0 || languages.includes(keyOf(site)));
  const report = (language: string) =>
    diagnose('books/unknown-language', {
      language,
      known: known.join(', '),
      nearest: nearestWord(language, known),
    });
  return { wanted: unknown.length > 0 ? [] : wanted, diagnostics: unknown.map(report) };
}
