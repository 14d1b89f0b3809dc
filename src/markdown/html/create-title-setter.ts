import type { Paragraph } from 'mdast';
import type { MarkdownConfig } from '../../model/markdown-config.js';
import { setParagraph } from '../plugins/typographer.js';

/** A title as readers see it. */
export type SetTitle = (title: string) => string;

/**
 * Sets titles as the text is set, with curly quotes and dashes where the book has them, each once. What would be markup
 * in the text is none in a title.
 */
export function createTitleSetter({
  typographer,
  marks,
}: Pick<MarkdownConfig, 'typographer' | 'marks'>): SetTitle {
  const known = new Map<string, string>();
  return (title) => {
    if (!typographer || !/["'‘’“”<>]|--|\.\.\./.test(title)) return title;
    const before = known.get(title);
    if (before !== undefined) return before;
    const text = { type: 'text' as const, value: title };
    const paragraph: Paragraph = { type: 'paragraph', children: [text] };
    setParagraph(paragraph, marks);
    known.set(title, text.value);
    return text.value;
  };
}
