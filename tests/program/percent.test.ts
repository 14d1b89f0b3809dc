import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeBook, runOctavo } from './run-octavo.js';

test('a percent sign in a name is a sign like others: of chapters, folders, resources and static files', (context) => {
  const book = makeBook(context, {
    'octavo.yaml': 'title: Book\n',
    'content/per%cent.md':
      '---\ntitle: One\n---\n\n[in](<50% off/two.md>) [file](/wool%25fe.txt) ![A](i%25m.svg)\n',
    'content/50% off/two.md': '---\ntitle: Two\n---\n\n[back](../per%25cent.md) [plain](../per%cent.md)\n',
    'content/i%m.svg': '<svg/>',
    'static/wool%fe.txt': 'w',
  });
  const { code, stderr } = runOctavo(book, ['build']);
  assert.equal(code, 0, stderr);
  const read = (path: string) => readFileSync(join(book, 'public', path), 'utf8');
  for (const target of ['/50-off/two/', '/wool%25fe.txt', '/i%25m.svg'])
    assert.ok(read('percent/index.html').includes(`"${target}"`), target);
  for (const words of ['back', 'plain'])
    assert.ok(read('50-off/two/index.html').includes(`<a href="/percent/">${words}</a>`), words);
  assert.ok(existsSync(join(book, 'public/wool%fe.txt')) && existsSync(join(book, 'public/i%m.svg')));
});
