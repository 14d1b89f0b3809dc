import type { MarkdownConstructs } from '../../model/markdown-config.js';
import { maskFormulas } from '../math/mask-formulas.js';
import { unmaskTree } from '../math/unmask-tree.js';
import type { ChangeTree } from '../tree/change-tree.js';
import { addDefinitionLists } from './definition-lists.js';
import type { ParseMarkdown } from './parse-markdown.js';

/**
 * A parser that knows formulas and definition lists besides what the parser at its bottom knows.
 *
 * @param changeTree The owner's plugins; they see the finished tree.
 */
export function extendParser(
  parse: ParseMarkdown,
  { math, definitionLists }: MarkdownConstructs,
  changeTree: ChangeTree | null,
): ParseMarkdown {
  return (source) => {
    const { text, formulas } = maskFormulas(source, math);
    const tree = parse(text);
    if (definitionLists) addDefinitionLists(tree, text, parse);
    if (formulas.length > 0) unmaskTree(tree, formulas);
    return changeTree === null ? tree : changeTree(tree, source);
  };
}
