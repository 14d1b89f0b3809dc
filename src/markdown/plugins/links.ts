import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { type LinkOptions, resolveAddress } from '../links/resolve-address.js';
import { compileStateOf, spanOfNode } from '../tree/compile-state.js';
import type { Addressed } from '../tree/survey-tree.js';

/**
 * Turns the addresses of links, images and definitions into those of the published site, and notes the fragments
 * to check. Reports what `resolveAddress` does.
 */
export function links(options: LinkOptions): Transformer<Root> {
  return (_tree, file) => {
    const state = compileStateOf(file);
    for (const node of state.survey.addressed) {
      if (isBareWww(node)) node.url = node.url.replace('http:', 'https:');
      const place = spanOfNode(state.job, node);
      node.url = resolveAddress({ written: node.url, isImage: node.type === 'image', place }, state, options);
    }
  };
}

/** A `www.` autolink: GFM makes it `http`, Hugo `https` (content rule 21.12). */
function isBareWww(node: Addressed): boolean {
  if (node.type !== 'link' || !node.url.startsWith('http://www.')) return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url === `http://${only.value}`;
}
