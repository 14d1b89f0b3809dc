import type { Evidence } from '../model/evidence.js';

/** For a text outside of any book. */
export function noEvidence(language: string): Evidence {
  return { language, forms: [], closedDashes: [] };
}
