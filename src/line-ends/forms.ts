/** How often the book has a form, in lower case and with the hyphens inside it. */
export type CountForm = (form: string) => number;

/** The two sides of a hyphen as forms, and the pieces beside it: `long-dis`, `tance-runner` → `dis`, `tance`. */
export interface JointForms {
  readonly first: string;
  readonly second: string;
  readonly last: string;
  readonly head: string;
}

/** What an English, French, … word may have behind the form that the book has elsewhere, and the other way round. */
const suffixes = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'n', 'en', 'er'];
const mostCut = 3;

/** A word as it is counted: lower case, one sign for each hyphen and apostrophe, no soft hyphens. */
export function formOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[‐‑]/g, '-')
    .replace(/’/g, "'");
}

/** The forms of a joint. An apostrophe parts words: of `l'in-⏎dustrie` and `General-⏎Council's` only the nearer one counts. */
export function jointForms(first: string, second: string): JointForms {
  const [before, behind] = [formOf(first), formOf(second)];
  const own = before.slice(before.lastIndexOf("'") + 1);
  const next = behind.split("'", 1)[0] ?? '';
  return {
    first: own,
    second: next,
    last: own.slice(own.lastIndexOf('-') + 1),
    head: next.split('-', 1)[0] ?? '',
  };
}

/** Forms of the same word as `last` and `head` in one piece, with another ending. */
export function listInflected({ last, head }: JointForms): readonly string[] {
  const word = last + head;
  const stems = Array.from({ length: mostCut }, (_, cut) => word.slice(0, word.length - cut - 1)).filter(
    (stem) => stem.length >= 4 && stem.length >= last.length + 2,
  );
  return [...stems, ...suffixes.map((suffix) => word + suffix)];
}

/** The forms whose counts are compared: the joint in one piece, with its hyphen, and as the owner may want it. */
export function listReadings({ first, second }: JointForms, beyond: string): readonly string[] {
  const own = [first + second, `${first}-${second}`, `${first}- ${second}`];
  return beyond === '' ? own : [...own, first + formOf(beyond), `${first}-${formOf(beyond)}`];
}

/** The forms of which matters only whether the book has them. */
export function listRelated(forms: JointForms): readonly string[] {
  const { first, last, head } = forms;
  return [last + head, first, last, head, ...listInflected(forms)];
}
