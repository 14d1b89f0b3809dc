/** A file of a page's bundle as templates see it. */
export interface ResourceView {
  /** As the front matter calls it, else its path in the bundle. */
  readonly name: string;
  readonly title: string;
  /** Without prototypes, as a page's. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Address from the root of the host, base path included. */
  readonly url: string;
  readonly permalink: string;
}

/** The files of a page's bundle, by name. */
export interface ResourceList extends ReadonlyArray<ResourceView> {
  /** Those whose name matches a pattern such as `images/*.{png,jpg}`; case does not count. */
  readonly match: (pattern: string) => readonly ResourceView[];
}
