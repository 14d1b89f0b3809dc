import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { createZip } from '../../src/output/zip.js';

function pack(paths: readonly string[]): Uint8Array {
  const zip = createZip();
  for (const path of paths)
    zip.add({ path, content: `text of ${path}, `.repeat(50), isStored: path === 'mimetype' });
  return zip.finish('mimetype');
}

test('an archive holds what was put in, the first file first and readable as it lies there, in one order whatever came when', () => {
  const bytes = pack(['b/2.txt', 'a.txt', 'mimetype', 'b/1.txt']);
  const files = unzipSync(bytes);
  assert.deepEqual(Object.keys(files), ['mimetype', 'a.txt', 'b/1.txt', 'b/2.txt']);
  assert.equal(new TextDecoder().decode(files['b/1.txt']), 'text of b/1.txt, '.repeat(50));
  assert.equal(new TextDecoder('latin1').decode(bytes.subarray(30, 53)), 'mimetypetext of mimetyp');
  assert.deepEqual(bytes, pack(['a.txt', 'b/1.txt', 'b/2.txt', 'mimetype']));
  assert.ok(bytes.length < 1800, 'the others are compressed');
});

test('sizes and checksums stand before the data, as readers of EPUBs want them', () => {
  const { buffer, byteOffset } = pack(['a.txt', 'mimetype']);
  const view = new DataView(buffer, byteOffset);
  assert.equal(view.getUint16(6, true), 0, 'no flags: nothing follows the data');
  assert.notEqual(view.getUint32(14, true), 0);
  assert.equal(view.getUint32(18, true), view.getUint32(22, true));
});
