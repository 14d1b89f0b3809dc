import type { Inputs } from '../pipeline/read-inputs.js';
import { createIndexWriter, type WriteIndex } from '../search/write-index.js';
import { createSiteMemories } from './create-site-memories.js';

/** What writes the search index of a site, with what it remembers of the index before. */
export type RecallIndex = (inputs: Inputs) => WriteIndex;

/** Prepares the search index of each site with a memory of its own. */
export function createIndexMemories(): RecallIndex {
  return createSiteMemories(
    () => {
      const writeIndex = createIndexWriter();
      return (_inputs: Inputs) => writeIndex;
    },
    ({ config }) => config,
  );
}
