import type { Root } from 'mdast';

/** Text to mdast, synchronously. */
export type ParseMarkdown = (source: string) => Root;
