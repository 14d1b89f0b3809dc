import type { EvidenceState } from '../../line-ends/create-evidence-memory.js';
import type { Inputs } from '../read-inputs.js';
import type { BookState } from '../recall-book.js';
import type { StoredMemory } from './find-memory.js';
import { keyOfSettings } from './keys.js';
import {
  type BookMemory,
  decodeValue,
  memoryFolder,
  openSiteMemory,
  type SiteMemory,
} from './open-memory.js';
import { createMemoryWriter, type MemoryWriter } from './write-memory.js';

/** What a run goes on from, and what it leaves for the next. */
export interface RunMemory {
  /** Null when nothing is kept of the site of that language. */
  readonly siteOf: (language: string) => SiteMemory | null;
  readonly bookOf: (language: string) => BookState | null;
  readonly evidenceOf: (language: string) => EvidenceState | null;
  /** Null where nothing is to be written: the run only looks. */
  readonly writer: MemoryWriter | null;
  readonly settings: string;
  /** Whether there is anything to go on from. */
  readonly isKnown: boolean;
}

/**
 * What a run with these inputs can go on from: nothing, when the memory is of other settings, or not whole. Null for a book with
 * the owner's own code or render hooks: nobody knows what they follow from.
 */
export function startRunMemory(stored: StoredMemory, inputs: Inputs, isKept: boolean): RunMemory | null {
  const hasHooks = inputs.sources.hugo?.templates.some(({ path }) => path.includes('_markup/')) === true;
  if (inputs.plugins.module !== null || hasHooks) return null;
  const settings = keyOfSettings(inputs);
  const before = stored.memory !== null && isOf(stored.memory, settings) ? stored.memory : null;
  const folder = memoryFolder(stored.root);
  const kept = (language: string, field: 'book' | 'evidence'): unknown => {
    const slice = before?.table.sites.get(language)?.[field];
    return slice === undefined ? null : decodeValue(before?.read(slice) ?? null);
  };
  const sites = new Map<string, SiteMemory | null>();
  const siteOf = (language: string): SiteMemory | null => {
    const site = sites.get(language) ?? (before && openSiteMemory(before, language));
    sites.set(language, site);
    return site;
  };
  return {
    settings,
    isKnown: before !== null,
    siteOf,
    // What `learnValue` was given.
    bookOf: (language) => kept(language, 'book') as BookState | null,
    evidenceOf: (language) => kept(language, 'evidence') as EvidenceState | null,
    writer: isKept && folder !== null ? createMemoryWriter(folder, stored.program, before) : null,
  };
}

/** Whether a memory is of these settings, and all pieces are there in which there is more than HTML. */
function isOf({ table, read }: BookMemory, settings: string): boolean {
  return (
    table.settings === settings &&
    table.pieces.every(({ name }, number) => name.endsWith('.html') || read([number, 0, 0]) !== null)
  );
}
