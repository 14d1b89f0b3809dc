import type { EvidenceTable } from './gather-site-evidence.js';
import { keyOfSurroundings } from './memory/keys.js';
import type { SiteMemory } from './memory/open-memory.js';
import type { RunMemory } from './memory/run-memory.js';
import type { OpenedAhead } from './open-ahead.js';
import type { OpenSite } from './open-site.js';
import { createRendering, type Rendering } from './render-book.js';

/** What is known of the books from the run before. */
export interface Recall {
  readonly siteOf: (site: OpenSite) => SiteMemory | null;
  /** Nothing differs in any language but the text of chapters below their heads. */
  readonly isSameBook: boolean;
}

/** @param opened The books, opened from what is kept of them. */
export function startRecall({ sites, isAsStored }: OpenedAhead, memory: RunMemory | null): Recall {
  const siteOf = ({ inputs }: OpenSite) => memory?.siteOf(inputs) ?? null;
  const isSame = (site: OpenSite) =>
    isAsStored?.(site.inputs.config.place.key) === true &&
    siteOf(site)?.surroundings === keyOfSurroundings(site.inputs);
  return { siteOf, isSameBook: memory?.hasSameSettings === true && sites.every(isSame) };
}

/** A site before it is run through. */
export interface SitePlan {
  readonly site: OpenSite;
  readonly memory: SiteMemory | null;
  readonly rendering: Rendering;
}

/** Prepares the rendering of a site, but for what is known. */
export function planSite(site: OpenSite, evidence: EvidenceTable, { siteOf, isSameBook }: Recall): SitePlan {
  const memory = siteOf(site);
  return { site, memory, rendering: createRendering(site, evidence, memory && { memory, isSameBook }) };
}
