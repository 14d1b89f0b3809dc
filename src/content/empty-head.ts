import type { PageHead } from '../model/chapter.js';

/** What is said of a page of which nothing is said. */
export const emptyHead: PageHead = {
  frontMatter: { weight: 0, draft: false, aliases: [], keywords: [], resources: [] },
  dates: {},
  params: {},
  places: {},
};
