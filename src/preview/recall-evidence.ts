import { createEvidenceMemory } from '../line-ends/create-evidence-memory.js';
import { type EvidenceTable, listJointTexts } from '../pipeline/gather-site-evidence.js';
import type { OpenSite } from '../pipeline/open-site.js';
import { createSiteMemories } from './create-site-memories.js';

/** Gathers what line ends are judged by as `gatherSiteEvidence` does, again and again: what is the same stays the same object. */
export type RecallSiteEvidence = (sites: readonly OpenSite[]) => EvidenceTable;

/** Gathers for each site with a memory of its own. */
export function createEvidenceMemories(): RecallSiteEvidence {
  const recall = createSiteMemories(createSiteMemory, ({ inputs }: OpenSite) => inputs.config);
  return (sites) => {
    const [only, ...others] = sites.map((site) => recall(site));
    return others.length === 0 && only !== undefined
      ? only
      : new Map([only, ...others].flatMap((table) => [...(table ?? [])]));
  };
}

function createSiteMemory(): (site: OpenSite) => EvidenceTable {
  const { recall } = createEvidenceMemory();
  return (site) => {
    const { language, markdown } = site.inputs.config;
    return recall(listJointTexts(site), { language, joints: markdown.joints });
  };
}
