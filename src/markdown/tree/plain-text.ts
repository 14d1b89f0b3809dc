import type { Nodes } from 'mdast';

/** The text of a node as a reader sees it: code and shortcodes included; images, footnote calls and HTML left out. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'formula':
    case 'shortcode':
      return node.value;
    case 'break':
      return '\n';
  }
  if (!('children' in node)) return '';
  const [only] = node.children;
  if (node.children.length === 1 && only !== undefined) return plainText(only);
  let text = '';
  for (const child of node.children) text += plainText(child);
  return text;
}
