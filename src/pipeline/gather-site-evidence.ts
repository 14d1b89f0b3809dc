import { isAtHome } from '../content/origin.js';
import { decodeText } from '../files/decode.js';
import {
  createEvidenceMemory,
  type EvidenceMemory,
  type EvidenceState,
  type VersionedText,
} from '../line-ends/create-evidence-memory.js';
import { gatherEvidence } from '../line-ends/gather-evidence.js';
import type { Evidence } from '../model/evidence.js';
import type { LoadedFile } from '../model/source.js';
import type { OpenSite } from './open-site.js';

/** What the line ends of chapters are judged by, by `Chapter.file`; nothing for one without a line end to judge. */
export type EvidenceTable = ReadonlyMap<string, Evidence>;

type ReadSite = Pick<OpenSite, 'inputs' | 'opened'>;

/**
 * Gathers the evidence for all chapters of a book, each by those of its own language; drafts count, so that a page comes out
 * the same before and after. A chapter that stands in for a translation is judged by its own language too.
 */
export function gatherSiteEvidence(sites: readonly ReadSite[]): EvidenceTable {
  return new Map(
    sites.flatMap((site) => {
      const { language, markdown } = site.inputs.config;
      return [...gatherEvidence(listJointTexts(site), { language, joints: markdown.joints })];
    }),
  );
}

/** The chapters that are at home on a site, by `Chapter.file`. */
export function listJointTexts({ inputs: { sources }, opened }: ReadSite): readonly VersionedText[] {
  const files = new Map<string, LoadedFile>(sources.chapters.map((file) => [file.path, file]));
  return [...opened.chapters.values()].filter(isAtHome).flatMap(({ path, file, bodyStart }) => {
    const loaded = files.get(path);
    if (loaded === undefined) return [];
    const read = () => (decodeText(loaded.bytes) ?? '').slice(bodyStart);
    return [{ key: file, read, version: loaded.hash ?? loaded }];
  });
}

/** What the line ends of a book are judged by, and what the next run can go on from, for each of the sites. */
export interface RecalledEvidence {
  readonly table: EvidenceTable;
  readonly stateOf: (language: string) => EvidenceState | undefined;
}

/** Gathers where nothing is kept. */
export function gatherOnce(sites: readonly ReadSite[]): RecalledEvidence {
  return { table: gatherSiteEvidence(sites), stateOf: () => undefined };
}

/** Gathers as `gatherSiteEvidence` does, again and again: what is the same stays the same object. */
export interface SiteEvidence extends Pick<RecalledEvidence, 'stateOf'> {
  readonly recall: (sites: readonly ReadSite[]) => EvidenceTable;
}

/** Begins with what an earlier run has left. */
export function createSiteEvidence(stored: (language: string) => EvidenceState | null): SiteEvidence {
  const memories = new Map<string, EvidenceMemory>();
  const memoryOf = (language: string): EvidenceMemory => {
    const memory = memories.get(language) ?? createEvidenceMemory(stored(language));
    memories.set(language, memory);
    return memory;
  };
  const recall = (sites: readonly ReadSite[]) => {
    const [only = new Map(), ...others] = sites.map((site) => {
      const { language, markdown, place } = site.inputs.config;
      return memoryOf(place.key).recall(listJointTexts(site), { language, joints: markdown.joints });
    });
    return others.length === 0 ? only : new Map([only, ...others].flatMap((table) => [...table]));
  };
  return { recall, stateOf: (language) => memories.get(language)?.state() };
}

/** Gathers as `gatherSiteEvidence` does, from what an earlier run has left. */
export function recallSiteEvidence(
  sites: readonly ReadSite[],
  stored: (language: string) => EvidenceState | null,
): RecalledEvidence {
  const { recall, stateOf } = createSiteEvidence(stored);
  return { table: recall(sites), stateOf };
}
