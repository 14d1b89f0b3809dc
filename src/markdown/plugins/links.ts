import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { type LinkOptions, settleAddress } from '../links/settle-address.js';
import { draftOf, placeOf } from '../tree/draft.js';
import type { Addressed } from '../tree/survey-tree.js';

/**
 * Turns the addresses of links, images and definitions into those of the published site, and notes the fragments
 * to check. Reports what `settleAddress` does.
 */
export function links(options: LinkOptions): Transformer<Root> {
  return (_tree, file) => {
    const draft = draftOf(file);
    for (const node of draft.survey.addressed) {
      if (isBareWww(node)) node.url = node.url.replace('http:', 'https:');
      const place = placeOf(draft.job, node);
      node.url = settleAddress({ written: node.url, isImage: node.type === 'image', place }, draft, options);
    }
  };
}

/** A `www.` autolink: GFM makes it `http`, Hugo `https` (content rule 21.12). */
function isBareWww(node: Addressed): boolean {
  if (node.type !== 'link' || !node.url.startsWith('http://www.')) return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url === `http://${only.value}`;
}
