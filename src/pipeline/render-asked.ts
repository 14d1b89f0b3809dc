import { checkFragments } from '../check/rules/links.js';
import { applySeverities } from '../diagnostics/apply-severities.js';
import { addAll } from '../lists/add-all.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { EvidenceTable } from './gather-site-evidence.js';
import { planRendering } from './open-book.js';
import type { OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';
import { createRendering } from './render-book.js';

/**
 * What a build reports of some chapters, without the pages of the site: of their front matter, their text, and the fragments
 * of their links, for which the chapters that these lead to are rendered, too. With the severities that the owner wants.
 *
 * @param isAsked By `Chapter.file`.
 */
export async function renderAsked(
  inputs: Inputs,
  sites: readonly OpenSite[],
  evidence: EvidenceTable,
  isAsked: (file: string) => boolean,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [...inputs.diagnostics];
  for (const site of sites) {
    const jobs = planRendering(site.inputs, site.opened, evidence);
    const asked = jobs.filter(({ file }) => isAsked(file));
    const rendering = createRendering(site, evidence);
    await rendering.prepare();
    const facts = asked.map(({ path }) => rendering.factsOf(path));
    const known = new Set(asked.map(({ path }) => path));
    const published = new Set(jobs.map(({ path }) => path));
    for (const { target, language } of facts.flatMap(({ fragmentLinks }) => fragmentLinks)) {
      if (language !== undefined || known.has(target) || !published.has(target)) continue;
      known.add(target);
      facts.push(rendering.factsOf(target));
    }
    const rendered = facts.flatMap(({ diagnostics }) => diagnostics);
    addAll(found, [...site.opened.diagnostics, ...rendered, ...checkFragments(facts)]);
  }
  const told = found.filter(({ file }) => file === undefined || isAsked(file));
  return applySeverities(told, inputs.config);
}
