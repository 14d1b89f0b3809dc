import type { Evidence } from '../model/evidence.js';
import { findJoints } from './find-joints.js';
import { jointForms, listReadings, listRelated } from './forms.js';
import { mayHoldJoint } from './may-hold-joint.js';

/** What a chapter asks the rest of its book. */
export interface Ask {
  /** How often is this form in the book? Each once, sorted. */
  readonly counted: readonly string[];
  /** Is this form in the book? Each once, sorted, and none of those above. */
  readonly seen: readonly string[];
  /** Whether it asks how the book sets its dashes. */
  readonly hasDash: boolean;
}

/** What a book answers. */
export interface Answers {
  readonly language: string;
  /** How often a form is seen; 0 for one that is not, or that nobody asked for. */
  readonly countOf: (form: string) => number;
  /** Null where nobody asks. */
  readonly closedDashes: readonly string[] | null;
}

/**
 * What a chapter asks, from its Markdown without front matter; null for one that has no joint. It may ask more than its page
 * comes to need: what is code or verse is not known yet. The marks of quotes, lists and emphasis are gone, as they are
 * from prose.
 */
export function readAsk(source: string): Ask | null {
  if (!mayHoldJoint(source)) return null;
  const bare = source.replace(/[*~`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
  const joints = findJoints(bare.replace(/\n[ \t>]+/g, '\n'));
  if (joints.length === 0) return null;
  const words = joints.filter(({ kind }) => kind === 'word');
  const counted = new Set<string>();
  const seen = new Set<string>();
  for (const { first, second, beyond } of words) {
    const forms = jointForms(first, second);
    for (const form of listReadings(forms, beyond)) counted.add(form);
    for (const form of listRelated(forms)) seen.add(form);
  }
  const others = [...seen].filter((form) => !counted.has(form));
  const hasDash = joints.some(({ kind }) => kind === 'dash');
  return { counted: [...counted].sort(), seen: others.sort(), hasDash };
}

/**
 * The evidence for a chapter: of the book's answers those that it has asked for. What is only seen counts as 1, so that the
 * evidence does not change with every word that is written in the book.
 */
export function answerAsk(
  { counted, seen, hasDash }: Ask,
  { language, countOf, closedDashes }: Answers,
): Evidence {
  const forms = [
    ...counted.map((form) => [form, countOf(form)] as const),
    ...seen.map((form) => [form, Math.min(countOf(form), 1)] as const),
  ];
  return {
    language,
    forms: forms.filter(([, count]) => count > 0),
    closedDashes: hasDash ? (closedDashes ?? []) : [],
  };
}
