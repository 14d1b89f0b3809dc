import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BundleResource } from '../../../src/model/book.js';
import { createPagePictures } from '../../../src/pages/views/find-page-picture.js';
import { type ChapterSketch, makeContext } from '../make-site.js';

/** The pictures of `/nets`, a section with files in its bundle; static pictures are `/spare.png` and `/card.jpg`. */
function findCover(sketch: ChapterSketch, ...files: readonly string[]) {
  const context = makeContext({ '/nets': sketch, '/tides': {} });
  const resources = files.map(
    (name): BundleResource => ({
      source: `nets/${name}`,
      outputPath: `nets/${name}`,
      url: `/nets/${name}`,
      owner: '/nets',
      name,
      title: name,
      params: {},
    }),
  );
  const known = new Set(['/spare.png', '/card.jpg', ...resources.map(({ url }) => url)]);
  const sizeOf = (url: string) => (known.has(url) ? { width: 30, height: 40 } : undefined);
  const { cover } = createPagePictures({ ...context, sizeOf, book: { ...context.book, resources } });
  const of = (key: string) => cover(context.book.pages[key] as never)?.url.replace('/book', '') ?? null;
  assert.equal(of('/tides'), null, 'the files of another page are not its own');
  return of('/nets');
}

test('a cover is what front matter names: of the bundle, or of the site', () => {
  assert.equal(findCover({ params: { image: 'front.png' } }, 'front.png', 'cover.jpg'), '/nets/front.png');
  assert.equal(findCover({ params: { images: ['/card.jpg', 'x.png'] } }), '/card.jpg');
  assert.equal(findCover({ params: { cover: { image: 'front.png' } } }, 'front.png'), '/nets/front.png');
  assert.equal(findCover({ params: { image: 'gone.png' } }), null);
});

test('else a picture of the bundle that is named for it, as the themes of Hugo look for one', () => {
  assert.equal(findCover({}, 'map.png', 'The Cover.jpg'), '/nets/The Cover.jpg');
  assert.equal(findCover({}, 'featured.webp'), '/nets/featured.webp');
  assert.equal(findCover({}, 'nets-thumbnail.png'), '/nets/nets-thumbnail.png');
  assert.equal(findCover({}, 'cover.txt', 'map.png'), null);
  assert.equal(findCover({ params: { image: 'gone.png' } }, 'cover.png'), '/nets/cover.png');
});
