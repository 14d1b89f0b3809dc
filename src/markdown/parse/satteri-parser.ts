import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/** Front matter is ours; everything else that differs from remark-parse + remark-gfm is off by default. */
const options = { features: { gfm: true, frontmatter: false } };

/** Parses CommonMark + GFM with Sätteri, with positions. A panic in it ends the process: screen the source first. */
export function parseWithSatteri(source: string): Root {
  // Sätteri's own node types are those of mdast plus extensions that are switched off.
  return markdownToMdast(source, options) as Root;
}
