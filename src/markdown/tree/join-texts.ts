import type { PhrasingContent } from 'mdast';

/** Texts beside each other as one, as a parser leaves them: quotes and words are read over their border. */
export function joinTexts(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (
      node.type !== 'text' ||
      before?.type !== 'text' ||
      node.data !== undefined ||
      before.data !== undefined
    ) {
      joined.push(node);
      continue;
    }
    const position =
      before.position && node.position ? { start: before.position.start, end: node.position.end } : null;
    joined[joined.length - 1] = {
      ...before,
      value: before.value + node.value,
      ...(position === null ? {} : { position }),
    };
  }
  return joined;
}
