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

const forms = ['NFC', 'NFD'] as const;

for (const onDisk of forms) {
  for (const written of forms) {
    test(`a name on the disk in ${onDisk} is found by a link, a reference and a command in ${written}`, (context) => {
      const [disk, text] = [onDisk, written].map((form) => (name: string) => name.normalize(form));
      assert.ok(disk !== undefined && text !== undefined);
      const book = makeBook(context, {
        [`content/${disk('café')}.md`]: '---\ntitle: Café\nweight: 1\n---\n\n## Menu\n',
        [`content/${disk('tél/index')}.md`]: `---\ntitle: Tél\nweight: 2\n---\n\n![A](${text('é')}.svg)\n`,
        [`content/${disk('tél/é')}.svg`]: '<svg/>',
        [`static/${disk('ü')}.txt`]: 'u',
        'content/one.md': `---\ntitle: One\nweight: 3\n---\n\n${[
          `[a](${text('café')}.md#menu) [b](/${text('café')}/) [c](${encodeURI(text('café'))}.md) [d](${text('tél')}/)`,
          `[e](${text('tél/é')}.svg) [f](/${text('ü')}.txt) [g]({{< relref "${text('café')}.md" >}})`,
        ].join('\n')}\n`,
      });
      const { code, stderr } = runOctavo(book, ['build']);
      assert.equal(code, 0, stderr);
      const page = readFileSync(join(book, 'public/one/index.html'), 'utf8');
      for (const target of [
        'caf%C3%A9/#menu',
        'caf%C3%A9/',
        't%C3%A9l/',
        't%C3%A9l/%C3%A9.svg',
        '%C3%BC.txt',
      ])
        assert.ok(page.includes(`href="/${target}"`), target);
      assert.ok(existsSync(join(book, 'public', 'ü.txt'.normalize('NFC'))));
      assert.equal(runOctavo(book, ['why', text('café.md')]).code, 0);
      assert.equal(runOctavo(book, ['move', text('café'), '--after', 'one.md', '--write']).code, 0);
      assert.match(readFileSync(join(book, `content/${disk('café')}.md`), 'utf8'), /^weight: 4/m);
    });
  }
}
