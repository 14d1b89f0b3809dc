import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { applySeverities, hasErrors } from './diagnostics/apply-severities.js';
import { dropRepeated } from './diagnostics/drop-repeated.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import { addAll } from './lists/add-all.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { OutputFile } from './model/output.js';
import { createSite } from './pages/create-site.js';
import { gatherSiteEvidence } from './pipeline/gather-site-evidence.js';
import { makeEpubFile } from './pipeline/make-epub-file.js';
import { openAgain } from './pipeline/open-ahead.js';
import type { OpenSite } from './pipeline/open-site.js';
import { planSite, startRecall } from './pipeline/plan-site.js';
import { readInputs } from './pipeline/read-inputs.js';
import { siteContext } from './pipeline/run.js';
import { createTrace } from './pipeline/trace.js';

/** Which book files are wanted. */
export interface EpubOrder {
  /** Paths of sections, a file for each; none for the whole book. */
  readonly parts: readonly string[];
  /** Keys of languages; none for all. */
  readonly languages: readonly string[];
}

/** The book files of a book, or what keeps them from being made. */
export interface MadeEpubs {
  /** Empty after an error. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the book in `root` into EPUBs, in memory: a file for each language, or for each part that is asked for. Every finding of the
 * book is among the diagnostics; after an error there are no files.
 */
export async function makeEpubs(root: string, request: ConfigRequest, order: EpubOrder): Promise<MadeEpubs> {
  const inputs = readInputs(root, request, { plugins: await loadPlugins(root) });
  const opened = openAgain(inputs, null);
  const evidence = gatherSiteEvidence(opened.sites);
  const recall = startRecall(opened, null);
  const { languages } = order;
  const isWanted = ({ inputs: { config } }: OpenSite) =>
    languages.length === 0 || languages.includes(config.place.key);
  const findings: Diagnostic[] = [...inputs.diagnostics];
  const files: OutputFile[] = [];
  for (const site of opened.sites.filter(isWanted)) {
    const { rendering } = planSite(site, evidence, recall);
    addAll(findings, site.opened.diagnostics);
    await rendering.prepare();
    for await (const { diagnostics } of rendering.renderAll()) addAll(findings, diagnostics);
    const made = createSite(siteContext(site, createTrace(rendering.factsOf, rendering.htmlOf)));
    addAll(findings, made.diagnostics);
    for (const part of order.parts.length === 0 ? [null] : order.parts) {
      const file = await makeEpubFile(site, made.value, part);
      addAll(findings, file.diagnostics);
      addAll(files, file.value);
    }
  }
  const diagnostics = sortDiagnostics(applySeverities(dropRepeated(findings), inputs.config), []);
  return { files: hasErrors(diagnostics) ? [] : files, diagnostics };
}
