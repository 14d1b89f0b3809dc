import { isAtHome } from '../content/origin.js';
import { decodeText } from '../files/decode.js';
import type { VersionedText } from '../line-ends/create-evidence-memory.js';
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
    return [{ key: file, read, version: loaded }];
  });
}
