import type { Evidence } from '../model/evidence.js';
import { addDashes, countDashes, type DashCounts, listClosedDashes } from './dashes.js';
import { answered } from './decide-word.js';
import { findForms, indexForms } from './find-forms.js';
import { type CountForm, formOf } from './forms.js';
import { answerAsk, listAsked, readAsk } from './read-ask.js';

/** A chapter of a book in one language. */
export interface JointText {
  /** Whatever its evidence is to be found by. */
  readonly key: string;
  /** Its Markdown without front matter. Read twice rather than held. */
  readonly read: () => string;
}

/** The language of a book, and what its owner says of joints in doubt (`markdown.joints`): the words as they are printed. */
export interface EvidenceSetting {
  readonly language: string;
  readonly joints: readonly string[];
}

/**
 * Gathers what the joints of each chapter are judged by, from all chapters of a book in one language: a first pass lists the
 * joints, a second one counts the forms that they ask for. Without a joint there is no second pass, and a chapter without one
 * gets no evidence.
 */
export function gatherEvidence(
  texts: readonly JointText[],
  { language, joints }: EvidenceSetting,
): ReadonlyMap<string, Evidence> {
  const asking = texts.flatMap(({ key, read }) => {
    const ask = readAsk(read());
    return ask === null ? [] : [{ key, ask }];
  });
  if (asking.length === 0) return new Map();
  const forms = [...new Set(asking.flatMap(({ ask }) => listAsked(ask)))];
  const hasDash = asking.some(({ ask }) => ask.hasDash);
  const { counts, dashes } = countAll(texts, forms, hasDash);
  const countOf = withAnswers((form) => counts.get(form) ?? 0, joints);
  const closedDashes = hasDash ? listClosedDashes(dashes, language) : null;
  return new Map(asking.map(({ key, ask }) => [key, answerAsk(ask, { language, countOf, closedDashes })]));
}

function countAll(texts: readonly JointText[], forms: readonly string[], hasDash: boolean) {
  const asked = indexForms(forms);
  const counts = new Uint32Array(forms.length);
  const dashes: DashCounts = new Map();
  for (const { read } of forms.length > 0 || hasDash ? texts : []) {
    const text = read();
    if (forms.length > 0)
      for (const found of findForms(text, asked)) counts[found] = (counts[found] ?? 0) + 1;
    if (hasDash) addDashes(dashes, countDashes(text));
  }
  return { counts: new Map(forms.map((form, index) => [form, counts[index] ?? 0])), dashes };
}

/** Counts with the owner's answers among them: what he has named counts as seen. */
export function withAnswers(countOf: CountForm, joints: readonly string[]): CountForm {
  const named = new Set(joints.map(formOf));
  return (form) => (named.has(form) ? answered : countOf(form));
}
