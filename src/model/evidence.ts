/**
 * What a chapter's line ends are judged by: the forms of its book that they ask for. Plain data that crosses threads; equal
 * for equal books, so that whoever keeps a rendered chapter knows from it whether the joints still come out the same.
 */
export interface Evidence {
  /** BCP 47 tag. */
  readonly language: string;
  /** How often each form is in the book, or 1 where no more matters; those that are nowhere in it are left out. */
  readonly forms: readonly (readonly [form: string, count: number])[];
  /** The dashes that the book sets without blanks around them, among `—`, `–`, `---` and `--`. */
  readonly closedDashes: readonly string[];
}
