import type { RecalledEvidence } from './gather-site-evidence.js';
import { keyOfSurroundings, keyOfText } from './memory/keys.js';
import type { ChapterRow, SiteRow, Slice } from './memory/memory-model.js';
import type { RunMemory } from './memory/run-memory.js';
import type { OpenedAhead } from './open-ahead.js';
import type { OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';
import { stripFiles } from './recall-book.js';
import type { Rendering } from './render-book.js';
import type { Units } from './units.js';

/** What came of a site. */
export interface SiteResult {
  readonly site: OpenSite;
  readonly rendering: Rendering;
  readonly units: Units;
  /** The chapters that were rendered, by `Chapter.path`; null for one that could not be written down. */
  readonly learnt: ReadonlyMap<string, ChapterRow | null>;
  readonly isSameBook: boolean;
}

/** What is kept of the books beside what was made of them. */
export interface RunStates {
  readonly stateOf: OpenedAhead['stateOf'];
  readonly evidenceOf: RecalledEvidence['stateOf'];
}

/** Writes down what the next run can go on from; nothing where anything of it could not be. */
export function rememberRun(
  inputs: Inputs,
  memory: RunMemory | null,
  results: readonly SiteResult[],
  { stateOf, evidenceOf }: RunStates,
): void {
  const writer = memory?.writer ?? null;
  const files = inputs.sources.known;
  if (memory === null || writer === null || files === undefined || stateOf === undefined) return;
  const keepBook = ({ inputs }: OpenSite, isSame: boolean): Slice | null => {
    const language = inputs.config.place.key;
    const before = memory.siteOf(inputs)?.book;
    if (isSame && before !== undefined) return writer.keepValue(before);
    const state = stateOf(language);
    return state === undefined ? null : writer.learnValue(stripFiles(state));
  };
  const sites = new Map<string, SiteRow>();
  for (const { site, rendering, units, learnt, isSameBook } of results) {
    const { key } = site.inputs.config.place;
    const rows: (ChapterRow | null)[] = [];
    for (const [path, row] of rendering.known) rows[units.numberOf(path)] = writer.keepChapter(row);
    for (const [path, row] of learnt) rows[units.numberOf(path)] = row;
    const book = keepBook(site, isSameBook);
    const evidence = writer.learnValue(evidenceOf(key));
    if (book === null || evidence === null) {
      writer.abandon();
      return;
    }
    sites.set(key, {
      text: keyOfText(site.inputs),
      surroundings: keyOfSurroundings(site.inputs),
      targets: rendering.targetsKey(),
      paths: units.paths,
      rows: units.paths.map((_, number) => rows[number] ?? null),
      units: units.rows(),
      ...{ book, evidence },
    });
  }
  writer.finish({ settings: memory.settings, files, sites });
}
