import { isDeepStrictEqual } from 'node:util';
import type { Evidence } from '../model/evidence.js';
import { addDashes, countDashes, type DashCounts, listClosedDashes } from './dashes.js';
import { createFormTotals, type FormTotals, type SparseCounts } from './form-totals.js';
import { type EvidenceSetting, type JointText, withAnswers } from './gather-evidence.js';
import { type Answers, type Ask, answerAsk, listAsked, readAsk } from './read-ask.js';

/** A chapter as it is now. */
export interface VersionedText extends JointText {
  /** The same object, or text, as long as the text is the same. */
  readonly version: object | string;
}

/** Gathers as `gatherEvidence` does, again and again; evidence that says the same stays the same object. */
type RecallEvidence = (
  texts: readonly VersionedText[],
  setting: EvidenceSetting,
) => ReadonlyMap<string, Evidence>;

/** What is known of a chapter. */
interface Known {
  readonly version: object | string;
  readonly ask: Ask | null;
  readonly counts: readonly SparseCounts[];
  readonly dashes: DashCounts;
}

interface Memory {
  readonly texts: Map<string, Known>;
  readonly totals: FormTotals;
}

/** What is known of all chapters; plain data where their versions are text. */
export interface EvidenceState {
  readonly texts: ReadonlyMap<string, Known>;
  /** The forms that have been asked for, by the indexes in the counts. */
  readonly forms: readonly string[];
}

export interface EvidenceMemory {
  readonly recall: RecallEvidence;
  /** What another memory can begin with. */
  readonly state: () => EvidenceState;
}

/**
 * Prepares the memory:
 *
 * 1. of chapters that have changed the joints are listed, the others are known;
 * 2. forms that nobody asked for before are counted in all chapters, the other forms only in those that have changed;
 * 3. the evidence is made anew for chapters that have changed, and for those that asked for a form whose count has.
 */
export function createEvidenceMemory(stored: EvidenceState | null = null): EvidenceMemory {
  const memory: Memory = restore(stored);
  let evidence: ReadonlyMap<string, Evidence> = new Map();
  let frame: unknown = null;
  const recall: RecallEvidence = (texts, setting) => {
    const before = memory.totals.copy();
    const changed = takeOver(memory, texts);
    const closedDashes = findClosedDashes(memory, setting.language);
    const now = { setting, closedDashes };
    const isSameFrame = isDeepStrictEqual(frame, now);
    frame = now;
    const forms = isSameFrame ? memory.totals.listChanged(before) : null;
    if (changed.size === 0 && forms?.size === 0) return evidence;
    const countOf = withAnswers(memory.totals.countOf, setting.joints);
    const answers = { language: setting.language, countOf, closedDashes };
    const isAsked = (key: string, ask: Ask) => changed.has(key) || forms === null || asksFor(ask, forms);
    evidence = answerAll(memory, answers, evidence, isAsked);
    return evidence;
  };
  return { recall, state: () => ({ texts: memory.texts, forms: memory.totals.forms() }) };
}

function restore(stored: EvidenceState | null): Memory {
  const totals = createFormTotals();
  totals.learn(stored?.forms ?? []);
  for (const { counts } of stored?.texts.values() ?? []) for (const own of counts) totals.restore(own);
  return { texts: new Map(stored?.texts ?? []), totals };
}

/** Takes over the chapters that have changed, and forgets those that are gone; the keys of both. */
function takeOver({ texts: known, totals }: Memory, texts: readonly VersionedText[]): ReadonlySet<string> {
  const now = new Map(texts.map((text) => [text.key, text]));
  const gone = [...known].filter(([key, { version }]) => now.get(key)?.version !== version);
  for (const [key, { counts }] of gone) {
    for (const own of counts) totals.remove(own);
    known.delete(key);
  }
  const changed = texts.filter(({ key }) => !known.has(key));
  const asked = changed.map(({ read }) => {
    const text = read();
    return { ask: readAsk(text), dashes: countDashes(text) };
  });
  const fresh = totals.learn(asked.flatMap(({ ask }) => (ask === null ? [] : listAsked(ask))));
  if (fresh.length > 0) {
    for (const [key, one] of known)
      known.set(key, { ...one, counts: [...one.counts, totals.add(now.get(key)?.read() ?? '', fresh)] });
  }
  // Where nobody asks for a form, no text is read again.
  const count = totals.forms().length === 0 ? () => [] : (read: () => string) => [totals.add(read())];
  for (const [index, { key, version, read }] of changed.entries()) {
    const { ask, dashes } = asked[index] ?? { ask: null, dashes: new Map() };
    known.set(key, { version, ask, counts: count(read), dashes });
  }
  return new Set([...gone.map(([key]) => key), ...changed.map(({ key }) => key)]);
}

/** Null where no chapter asks. */
function findClosedDashes({ texts }: Memory, language: string): readonly string[] | null {
  const all: DashCounts = new Map();
  let isAsked = false;
  for (const { ask, dashes } of texts.values()) {
    isAsked ||= ask?.hasDash === true;
    addDashes(all, dashes);
  }
  return isAsked ? listClosedDashes(all, language) : null;
}

function asksFor(ask: Ask, forms: ReadonlySet<string>): boolean {
  return forms.size > 0 && listAsked(ask).some((form) => forms.has(form));
}

/** @param isAsked Whether the evidence for a chapter may be another than before. */
function answerAll(
  { texts }: Memory,
  answers: Answers,
  before: ReadonlyMap<string, Evidence>,
  isAsked: (key: string, ask: Ask) => boolean,
): ReadonlyMap<string, Evidence> {
  const answer = (key: string, ask: Ask): Evidence => {
    const known = before.get(key);
    if (known !== undefined && !isAsked(key, ask)) return known;
    const now = answerAsk(ask, answers);
    return known !== undefined && isDeepStrictEqual(known, now) ? known : now;
  };
  return new Map(
    [...texts].flatMap(([key, { ask }]) => (ask === null ? [] : [[key, answer(key, ask)] as const])),
  );
}
