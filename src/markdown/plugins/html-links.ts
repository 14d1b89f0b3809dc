import type { Html, Root } from 'mdast';
import type { Transformer } from 'unified';
import type { SourceSpan } from '../../model/diagnostic.js';
import { type HtmlAddress, rewriteAddresses } from '../html/rewrite-addresses.js';
import { type LinkOptions, resolveAddress } from '../links/resolve-address.js';
import { compileStateOf } from '../tree/compile-state.js';

/**
 * Turns the addresses in raw HTML that is let through into those of the published site, as `links` does with those of
 * Markdown. Reports what `resolveAddress` does.
 */
export function htmlLinks(options: LinkOptions): Transformer<Root> {
  return (_tree, file) => {
    const state = compileStateOf(file);
    for (const node of state.survey.html) {
      if (!node.value.includes('=')) continue;
      node.value = rewriteAddresses(node.value, (address) => {
        const place = placeOf(node, address, state.job);
        return resolveAddress({ written: address.written, isImage: address.isImage, place }, state, options);
      });
    }
  };
}

/** Where an address in a piece of HTML stands in its file; lines behind the first begin at the margin. */
function placeOf(
  { value, position }: Html,
  { offset, length }: HtmlAddress,
  { file, bodyLine }: { readonly file: string; readonly bodyLine: number },
): SourceSpan {
  if (position === undefined) return { file };
  const before = value.slice(0, offset);
  const lines = before.split('\n').length - 1;
  const column = lines === 0 ? position.start.column + offset : offset - before.lastIndexOf('\n');
  return { file, line: position.start.line + lines + bodyLine - 1, column, length };
}
