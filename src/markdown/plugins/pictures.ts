import type { Definition, Image, ImageReference, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { PictureSize } from '../../model/source.js';
import { findPicture } from '../links/find-picture.js';
import type { LinkOptions } from '../links/resolve-address.js';
import { type CompileState, compileStateOf, spanOfNode } from '../tree/compile-state.js';

/**
 * Gives the pictures of the book their width and height, so that the text below stays where it is while they load. All
 * but the first load when the reader comes near them. One whose address is refused is its text instead: an `<img>` without
 * a source shows nothing. Stands behind `links`, which settles the addresses. Reports `image/unreadable`.
 */
export function pictures({ index, unsafe }: LinkOptions): Transformer<Root> {
  return (_tree, file) => {
    const state = compileStateOf(file);
    const { images } = state.survey;
    if (images.length === 0) return;
    const urls = images.some(({ type }) => type === 'imageReference') ? indexDefinitions(state) : null;
    for (const image of images) {
      const url = image.type === 'image' ? image.url : (urls?.get(image.identifier) ?? '');
      if (!isShown(url, unsafe)) {
        Object.assign(image, { type: 'text', value: image.alt ?? '' });
        continue;
      }
      const picture = findPicture(index, url);
      if (picture === null) state.diagnostics.push(unreadable(image, url, state));
      describe(image, picture ?? null, image === images[0]);
    }
  };
}

/** The sanitiser takes every other scheme away. */
function isShown(url: string, unsafe: boolean): boolean {
  return url !== '' && (unsafe || !/^[^/?#]*:/.test(url) || /^https?:/i.test(url));
}

/** Of several definitions of a label the first counts. */
function indexDefinitions({ survey }: CompileState): ReadonlyMap<string, string> {
  const definitions = survey.addressed.filter((node): node is Definition => node.type === 'definition');
  return new Map(definitions.reverse().map(({ identifier, url }) => [identifier, url]));
}

function describe(image: Image | ImageReference, picture: PictureSize | null, isFirst: boolean): void {
  const size = picture === null ? {} : { width: picture.width, height: picture.height };
  const loading = isFirst ? {} : { loading: 'lazy', decoding: 'async' };
  image.data = { ...image.data, hProperties: { ...image.data?.hProperties, ...size, ...loading } };
}

function unreadable(image: Image | ImageReference, url: string, { job }: CompileState) {
  return diagnose('image/unreadable', { name: url.split('/').at(-1) ?? url }, spanOfNode(job, image));
}
