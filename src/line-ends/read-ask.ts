import type { Evidence } from '../model/evidence.js';
import { findJoints } from './find-joints.js';
import { jointForms, listReadings, listRelated } from './forms.js';
import { mayHoldJoint } from './may-hold-joint.js';
import { listNotedWords } from './note-numbers.js';

/** The marks of emphasis and code. */
const marks = /[*~`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/** What a chapter asks the rest of its book. */
export interface Ask {
  /** How often is this form in the book? Each once, sorted. */
  readonly counted: readonly string[];
  /** Is this form in the book twice and more? As above, and none of those. */
  readonly repeated: readonly string[];
  /** Is this form in the book? As above, and none of those. */
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
 * What a chapter asks, from its Markdown without front matter, for its joints and the numbers of its notes; null for nothing. It may ask more than its page
 * comes to need: what is code or verse is not known yet. The marks of quotes, lists and emphasis are gone, as they are
 * from prose.
 */
export function readAsk(source: string): Ask | null {
  if (!mayAsk(source)) return null;
  const bare = /[*~`_]/.test(source) ? source.replace(marks, '') : source;
  const joints = findJoints(bare.replace(/\n[ \t>]+/g, '\n'));
  const noted = new Set(listNotedWords(bare));
  if (joints.length === 0 && noted.size === 0) return null;
  const words = joints.filter(({ kind }) => kind === 'word');
  const counted = new Set<string>();
  const seen = new Set<string>();
  for (const { first, second, beyond } of words) {
    const forms = jointForms(first, second);
    for (const form of listReadings(forms, beyond)) counted.add(form);
    for (const form of listRelated(forms)) seen.add(form);
  }
  return {
    counted: [...counted].sort(),
    repeated: [...noted].filter((form) => !counted.has(form)).sort(),
    seen: [...seen].filter((form) => !counted.has(form) && !noted.has(form)).sort(),
    hasDash: joints.some(({ kind }) => kind === 'dash'),
  };
}

/** Whether a chapter may ask its book something: known much sooner than what. */
export function mayAsk(source: string): boolean {
  return mayHoldJoint(source) || /\p{L}[.!?]\d/u.test(source);
}

/**
 * The evidence for a chapter: of the book's answers those that it has asked for. No number is larger than matters, so that the
 * evidence does not change with every word that is written in the book.
 */
export function answerAsk(
  { counted, repeated, seen, hasDash }: Ask,
  { language, countOf, closedDashes }: Answers,
): Evidence {
  const forms = [
    ...counted.map((form) => [form, countOf(form)] as const),
    ...repeated.map((form) => [form, Math.min(countOf(form), 2)] as const),
    ...seen.map((form) => [form, Math.min(countOf(form), 1)] as const),
  ];
  return {
    language,
    forms: forms.filter(([, count]) => count > 0),
    closedDashes: hasDash ? (closedDashes ?? []) : [],
  };
}

/** Every form that a chapter asks for. */
export function listAsked({ counted, repeated, seen }: Ask): readonly string[] {
  return [...counted, ...repeated, ...seen];
}
