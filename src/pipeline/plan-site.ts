import type { Outcome } from '../model/diagnostic.js';
import type { Theme } from '../pages/theme/theme.js';
import type { EvidenceTable } from './gather-site-evidence.js';
import { keyOfSurroundings } from './memory/keys.js';
import type { SiteMemory } from './memory/open-memory.js';
import type { RunMemory } from './memory/run-memory.js';
import type { OpenedAhead } from './open-ahead.js';
import type { OpenSite } from './open-site.js';
import type { SiteRecall } from './recall-rendered.js';
import { createRendering, type Rendering } from './render-book.js';

/** What is known of the books from the run before. */
export interface Recall {
  /** What its chapters can go on from; null for nothing. */
  readonly chaptersOf: (site: OpenSite) => SiteRecall | null;
  /** What the last run has left of a site. */
  readonly lastRunOf: (site: OpenSite) => SiteMemory | null;
  /** Since then nothing differs in any language but the text of chapters below their heads. */
  readonly isSameBook: boolean;
}

/** @param opened The books, opened from what is kept of them. */
export function startRecall({ sites, isAsStored }: OpenedAhead, memory: RunMemory | null): Recall {
  const siteOf = ({ inputs }: OpenSite) => memory?.siteOf(inputs) ?? null;
  const isSame = (site: OpenSite) =>
    isAsStored?.(site.inputs.config.place.key) === true &&
    siteOf(site)?.surroundings === keyOfSurroundings(site.inputs);
  const isSameBook = memory?.hasSameSettings === true && sites.every(isSame);
  const chaptersOf = (site: OpenSite) => {
    const known = siteOf(site);
    return known && { memory: known, isSameBook };
  };
  return { chaptersOf, lastRunOf: siteOf, isSameBook };
}

/** A site before it is run through. */
export interface SitePlan {
  readonly site: OpenSite;
  readonly rendering: Rendering;
  /** What the last run has left of it that counts still; null when everything is to be made. */
  readonly memory: SiteMemory | null;
  /** What its pages are made with, where that is prepared already. */
  readonly theme?: Outcome<Theme>;
}

/** Prepares the rendering of a site, but for what is known. */
export function planSite(site: OpenSite, evidence: EvidenceTable, recall: Recall): SitePlan {
  return {
    site,
    rendering: createRendering(site, evidence, recall.chaptersOf(site)),
    memory: recall.isSameBook ? recall.lastRunOf(site) : null,
  };
}
