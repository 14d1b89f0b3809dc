import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const processor = remark().use(remarkGfm).freeze();

/** Parses CommonMark + GFM with remark-parse, with positions: the reference that Sätteri is held against. */
export function parseWithRemark(source: string): Root {
  return processor.parse(source);
}
