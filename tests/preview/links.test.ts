import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeBook } from '../program/run-octavo.js';
import { ask, openPreview, until } from './open-preview.js';

const chapter = (text: string) => `---\ntitle: One\n---\n\n${text}\n`;

/** Points a link elsewhere at once, as a deployment does. */
function point(link: string, target: string): void {
  symlinkSync(target, `${link}.new`);
  renameSync(`${link}.new`, link);
}

/** A book with this link and two folders that it may lead to, outside of it or in it. */
const kinds = [
  { name: 'content/ itself', link: 'content', targets: ['../first', '../second'], page: '/one/' },
  { name: 'content/ over a second link', link: 'current', targets: ['../first', '../second'], page: '/one/' },
  { name: 'a folder of content/', link: 'content/part', targets: ['v1', 'v2'], page: '/part/one/' },
];

for (const { name, link, targets, page } of kinds) {
  test(`a link is followed where it is pointed while serving: ${name}`, async (context) => {
    const home = makeBook(context, { 'book/octavo.yaml': 'title: Book\nignoreFiles: [/v1/, /v2/]\n' });
    const book = join(home, 'book');
    if (link !== 'content' && link !== 'current') mkdirSync(join(book, 'content'));
    if (link === 'current') symlinkSync('current', join(book, 'content'));
    const folders = targets.map((target) => join(book, link, '..', target));
    for (const [at, folder] of folders.entries()) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'one.md'), chapter(`Of folder ${at}.`));
    }
    symlinkSync(targets[0] ?? '', join(book, link));
    const preview = await openPreview(context, {}, { root: book });
    const shows = async (text: string) => (await ask(preview, page)).body.includes(text);
    assert.ok(await shows('Of folder 0.'));
    await until(() => preview.checked.length > 0, 'all is quiet');
    point(join(book, link), targets[1] ?? '');
    await until(() => shows('Of folder 1.'), 'where the link leads now');
    await setTimeout(1200);
    writeFileSync(join(folders[1] ?? '', 'one.md'), chapter('Saved afterwards.'));
    await until(() => shows('Saved afterwards.'), 'a save where the link leads now');
  });
}

test('the images of a content/ that is a link are sent', async (context) => {
  const home = makeBook(context, {
    'book/octavo.yaml': 'title: Book\n',
    'elsewhere/one/index.md': chapter('![A](a.svg)'),
    'elsewhere/one/a.svg': '<svg/>',
  });
  symlinkSync('../elsewhere', join(home, 'book/content'));
  const preview = await openPreview(context, {}, { root: join(home, 'book') });
  const { status, body } = await ask(preview, '/one/a.svg');
  assert.deepEqual([status, body], [200, '<svg/>']);
});
