import type { EvidenceState } from '../../line-ends/create-evidence-memory.js';
import type { Inputs } from '../read-inputs.js';
import type { BookState } from '../recall-book.js';
import type { StoredMemory } from './find-memory.js';
import { keyOfSettings, keyOfText } from './keys.js';
import { decodeValue, memoryFolder, openSiteMemory, type StoredSite } from './open-memory.js';
import { createMemoryWriter, type MemoryWriter } from './write-memory.js';

/** What a run goes on from, and what it leaves for the next. */
export interface RunMemory {
  /** What is kept of a site; null when nothing is, or its chapters would be rendered in another way now. */
  readonly siteOf: (inputs: Inputs) => StoredSite | null;
  readonly bookOf: (language: string) => BookState | null;
  readonly evidenceOf: (language: string) => EvidenceState | null;
  /** Null where nothing is to be written: the run only looks. */
  readonly writer: MemoryWriter | null;
  readonly settings: string;
  /** Whether settings and theme are those that the memory is of. */
  readonly hasSameSettings: boolean;
  /** Whether there is anything to go on from in the main language. */
  readonly isKnown: boolean;
}

/** Whether a memory of this book can be: with the owner's own code, or render hooks, nobody knows what chapters follow from. */
export function canBeRemembered({ plugins, sources }: Inputs): boolean {
  const hasHooks = sources.hugo?.templates.some(({ path }) => path.includes('_markup/')) === true;
  return plugins.module === null && !hasHooks;
}

/** What a run with these inputs can go on from; null for a book that cannot be remembered. */
export function startRunMemory(stored: StoredMemory, inputs: Inputs, isKept: boolean): RunMemory | null {
  if (!canBeRemembered(inputs)) return null;
  const settings = keyOfSettings(inputs);
  const before = stored.memory;
  const hasSameSettings = before?.table.settings === settings;
  const folder = memoryFolder(stored.root);
  const kept = (language: string, field: 'book' | 'evidence'): unknown => {
    const slice = before?.table.sites.get(language)?.[field];
    return slice === undefined || before === null ? null : decodeValue(before.read(slice));
  };
  const open = (own: Inputs): StoredSite | null => {
    const site = before && openSiteMemory(before, own.config.place.key);
    return site?.text === keyOfText(own) ? site : null;
  };
  const sites = new Map<Inputs['config'], StoredSite | null>();
  return {
    settings,
    hasSameSettings,
    isKnown: before?.table.sites.get(inputs.config.place.key)?.text === keyOfText(inputs),
    siteOf: (own) => {
      const known = sites.get(own.config);
      const site = known === undefined ? open(own) : known;
      sites.set(own.config, site);
      return site;
    },
    // What `learnValue` was given.
    bookOf: (language) => kept(language, 'book') as BookState | null,
    evidenceOf: (language) => kept(language, 'evidence') as EvidenceState | null,
    writer: isKept && folder !== null ? createMemoryWriter(folder, stored.program, before) : null,
  };
}
