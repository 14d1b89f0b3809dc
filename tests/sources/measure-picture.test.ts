import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFile, isPictureName } from '../../src/sources/measure-picture.js';

const found = (path: string) => ({ path, file: `content/${path}`, absolute: `/book/content/${path}` });
const measure = (path: string, bytes: Uint8Array, size = bytes.length) =>
  describeFile(found(path), size, bytes).picture;
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const png = bytesOf('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 144, 0, 0, 1, 44], [8, 2, 0, 0, 0]);
const gif = bytesOf('GIF89a', [144, 1, 44, 1]);
const webp = bytesOf('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 143, 1, 0, 43, 1, 0]);
/** Exif with one entry: the orientation. */
const exif = (orientation: number) =>
  bytesOf([0xff, 0xe1, 0, 34], 'Exif\0\0II*\0', [
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
const jpeg = (orientation: number) =>
  Buffer.concat([
    bytesOf([0xff, 0xd8]),
    exif(orientation),
    bytesOf([0xff, 0xc0, 0, 17, 8, 1, 44, 1, 144, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9]),
  ]);
const box = (name: string, ...content: readonly Uint8Array[]) => {
  const body = Buffer.concat(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 8);
  return Buffer.concat([length, Buffer.from(name), body]);
};
const avif = Buffer.concat([
  box('ftyp', bytesOf('avif', [0, 0, 0, 0], 'avifmif1')),
  box(
    'meta',
    bytesOf([0, 0, 0, 0]),
    box('iprp', box('ipco', box('ispe', bytesOf([0, 0, 0, 0, 0, 0, 1, 144, 0, 0, 1, 44])))),
  ),
]);
const svg = (attributes: string) => Buffer.from(`<?xml version="1.0"?>\n<svg ${attributes}></svg>`);

test('the formats that browsers show are measured', () => {
  const size = { width: 400, height: 300 };
  assert.deepEqual(measure('a.png', png), size);
  assert.deepEqual(measure('a.GIF', gif), size);
  assert.deepEqual(measure('a.webp', webp), size);
  assert.deepEqual(measure('a.jpg', jpeg(1)), size);
  assert.deepEqual(measure('a.avif', avif), size);
  assert.deepEqual(measure('a.svg', svg('width="400" height="300"')), size);
  assert.deepEqual(measure('a.svg', svg('width="400" viewBox="0 0 4 3"')), size);
});

test('a drawing without a size of its own fills the column, in its proportion', () => {
  assert.deepEqual(measure('a.svg', svg('viewBox="0 0 400 300"')), { width: 1600, height: 1200 });
  assert.deepEqual(measure('a.svg', svg('width="100%" viewBox="0 0 3000 200"')), {
    width: 3000,
    height: 200,
  });
});

test('a photograph that lies on its side is turned, as browsers turn it', () => {
  assert.deepEqual(measure('a.jpeg', jpeg(6)), { width: 300, height: 400 });
  assert.deepEqual(measure('a.jpeg', jpeg(3)), { width: 400, height: 300 });
});

test('what is no picture is told from what is not known', () => {
  assert.equal(measure('a.png', Buffer.from('<html>')), null);
  assert.equal(measure('a.png', Buffer.alloc(0)), null);
  assert.equal(measure('a.svg', Buffer.from('text')), null);
  assert.equal(measure('a.svg', svg('width="100%"')), undefined);
  assert.equal(measure('a.jpg', jpeg(1).subarray(0, 30), 100_000), undefined);
  // A format that no browser shows is none, whatever the name says.
  assert.equal(measure('a.png', Buffer.from('icns\0\0\0\x10is32\0\0\0\0', 'latin1')), null);
});

test('files are pictures by their names', () => {
  assert.ok(isPictureName('a/b.JPG'));
  assert.ok(!isPictureName('a.png.txt'));
  assert.equal('picture' in describeFile(found('a.txt'), 3, null), false);
});

test('beginnings that no program wrote come to an end', () => {
  const drawing = Buffer.from('<svg '.repeat(60_000));
  assert.equal(measure('a.svg', drawing), undefined);
  assert.equal(measure('a.avif', Buffer.concat([avif.subarray(0, 24), Buffer.alloc(200_000)])), null);
});
