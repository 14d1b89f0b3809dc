/** What the files of an index follow from besides its pages. Plain data: it crosses threads. */
export interface SearchSetting {
  /** `Config.relativeUrls`: the site is read from a disk too, where excerpts cannot come from the chapters' pages. */
  readonly relativeUrls: boolean;
  /** `Config.place.folder`: that of the site's language. */
  readonly folder: string;
  /** The script that defines `octavoStem` for the book's language; empty for none. */
  readonly stemmer: string;
}
