/** What a mend does to the page of its chapter: no more than this, or it is not made. */
export interface PageChange {
  /** Characters that go, blanks left out. */
  readonly lost?: string;
  /** Characters that come, blanks left out. */
  readonly won?: string;
  /** How many elements of a name come (or go, below zero): at least, at most. Of all others the number stays. */
  readonly elements?: Readonly<Record<string, readonly [least: number, most: number]>>;
}

/** One line or more that were a block of their own go on in the paragraph before, with the mark that made them one. */
export function joinsParagraph(mark: string): PageChange {
  const gone = [-1, 0] as const;
  const names = ['ul', 'ol', 'li', 'blockquote', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
  return { won: mark, elements: Object.fromEntries(names.map((name) => [name, gone])) };
}
