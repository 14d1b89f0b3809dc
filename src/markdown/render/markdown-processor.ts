import type { Root } from 'mdast';
import type { Processor } from 'unified';

export type MarkdownProcessor = Processor<Root, Root, Root, Root, string>;
