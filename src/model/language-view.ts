/** A page in one of the book's languages, or that language's home where there is no such page. */
export interface LanguageView {
  /** What the language is called in names of files and in addresses: `fr`. */
  readonly key: string;
  /** What its readers call it: `Français`. */
  readonly label: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The page's title in it, or `''`. */
  readonly title: string;
  readonly url: string;
  readonly permalink: string;
  readonly isCurrent: boolean;
  /** Whether the page is there in this language: false where another stands in for it. */
  readonly isTranslated: boolean;
  /** Whether this is the main language, for readers who read none of the others. */
  readonly isMain: boolean;
}
