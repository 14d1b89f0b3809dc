import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FindingsMessage, PreviewMessage, StatusMessage } from '../../src/preview/messages.js';
import { writeFiles } from '../program/run-octavo.js';
import { ask, listenAsPage, type OpenPreview, openPreview, until, withoutClient } from './open-preview.js';
import { pressAfresh } from './press-afresh.js';

const chapter = (title: string, text = 'Text.') => `---\ntitle: ${title}\n---\n\n${text}\n`;
const files = {
  'octavo.yaml': 'title: Book\n',
  'content/one.md': chapter('One'),
  'content/part/two.md': chapter('Two'),
  'content/part/three.md': chapter('Three'),
};

const shows = async (preview: OpenPreview, path: string, text: string): Promise<boolean> =>
  (await ask(preview, path)).body.includes(text);

/** At rest, what is shown is what a build makes. */
async function assertSettled(preview: OpenPreview): Promise<void> {
  const cold = await pressAfresh(preview.book, { now: Date.UTC(2026, 5, 1) });
  for (const [path, content] of cold.files) {
    if (!path.endsWith('.html')) continue;
    const { body } = await ask(preview, `/${path}`);
    assert.equal(withoutClient(body), content, path);
  }
}

test('saves of every kind are seen: in place, by rename, emptied first, many at once', async (context) => {
  const preview = await openPreview(context, files);
  const one = join(preview.book, 'content/one.md');
  writeFileSync(one, chapter('One', 'In place.'));
  await until(() => shows(preview, '/one/', 'In place.'), 'a save in place');
  for (const text of ['First.', 'Second.', 'Third.']) {
    writeFileSync(`${one}~`, chapter('One', text));
    renameSync(`${one}~`, one);
    await until(() => shows(preview, '/one/', text), `a save by rename, ${text}`);
  }
  writeFileSync(one, '');
  writeFileSync(one, chapter('One', 'Half, then whole.'));
  await until(() => shows(preview, '/one/', 'Half, then whole.'), 'a file that was empty for a moment');
  for (let at = 0; at < 1000; at += 1) {
    writeFileSync(join(preview.book, `content/part/many-${at}.md`), chapter(`Many ${at}`));
  }
  await until(() => shows(preview, '/part/many-999/', 'Many 999'), 'the last of a thousand files');
  assert.ok(preview.rebuilt.length < 100, 'a burst is gathered');
  await until(() => preview.checked.length > 0, 'the check');
  for (let at = 0; at < 1000; at += 1) rmSync(join(preview.book, `content/part/many-${at}.md`));
  await until(
    async () => (await ask(preview, '/part/many-999/')).status === 404,
    'a thousand files are gone',
  );
  await assertSettled(preview);
});

test('a folder that a changed configuration names is watched from then on', async (context) => {
  const preview = await openPreview(context, { ...files, 'book/four.md': chapter('Four') });
  const four = join(preview.book, 'book/four.md');
  await until(() => preview.checked.length === 1, 'the first check');
  writeFileSync(join(preview.book, 'octavo.yaml'), 'title: Book\ncontentDir: book\n');
  await until(() => shows(preview, '/four/', 'Text.'), 'the other folder');
  await until(() => preview.checked.length === 2, 'the check after it');
  writeFileSync(four, chapter('Four', 'Saved later.'));
  await until(() => shows(preview, '/four/', 'Saved later.'), 'a save in the other folder');
  await assertSettled(preview);
});

test('folders are renamed, removed and come back; configuration, templates and plugins change', async (context) => {
  const preview = await openPreview(context, files);
  const at = (path: string) => join(preview.book, path);
  renameSync(at('content/part'), at('content/section'));
  await until(() => shows(preview, '/section/two/', 'Two'), 'a renamed folder');
  assert.equal((await ask(preview, '/part/two/')).status, 404);
  writeFileSync(at('content/section/two.md'), chapter('Two', 'After the rename.'));
  await until(() => shows(preview, '/section/two/', 'After the rename.'), 'a file in a renamed folder');

  renameSync(at('content'), at('away'));
  await until(() => preview.checked.at(-1)?.[0]?.code === 'source/missing-content', 'content is gone');
  assert.ok(await shows(preview, '/section/two/', 'After the rename.'), 'the last good site stays');
  renameSync(at('away'), at('content'));
  await until(() => preview.checked.at(-1)?.length === 0, 'content is back');
  writeFileSync(at('content/section/two.md'), chapter('Two', 'Back.'));
  await until(() => shows(preview, '/section/two/', 'Back.'), 'a file in content that came back');

  writeFileSync(at('octavo.yaml'), 'title: Another Name\n');
  await until(() => shows(preview, '/one/', 'Another Name'), 'the configuration');
  writeFiles(preview.book, {
    'templates/partials/page-foot.html': '<footer>foot of {{ page.title }}</footer>\n',
  });
  await until(() => shows(preview, '/one/', 'foot of One'), 'a template');
  rmSync(at('templates'), { recursive: true });
  await until(async () => !(await shows(preview, '/one/', 'foot of One')), 'no template');
  const shout = (mark: string) =>
    `export default { remarkPlugins: [() => (tree) => { tree.children[0].children[0].value += '${mark}'; }] };`;
  writeFileSync(at('octavo.config.mjs'), shout(' louder'));
  await until(() => shows(preview, '/section/two/', 'Back. louder'), 'a plugin');
  writeFileSync(at('octavo.config.mjs'), shout(' still louder'));
  await until(() => shows(preview, '/section/two/', 'Back. still louder'), 'the plugin changes');
  rmSync(at('octavo.config.mjs'));
  await until(() => shows(preview, '/section/two/', 'Back.</p>'), 'no plugin');
  mkdirSync(at('content/new/deeper'), { recursive: true });
  writeFileSync(at('content/new/deeper/four.md'), chapter('Four'));
  await until(() => shows(preview, '/new/deeper/four/', 'Four'), 'a new folder');
  await assertSettled(preview);
});

const typed = <Type extends PreviewMessage['type']>(messages: readonly PreviewMessage[], type: Type) =>
  messages.filter((message): message is Extract<PreviewMessage, { type: Type }> => message.type === type);

test('break → overlay with place, excerpt and editor, last good page underneath → mend', async (context) => {
  const preview = await openPreview(context, files);
  await until(() => preview.checked.length > 0, 'the first check');
  const messages = await listenAsPage(context, preview, '/one/');
  const last = (): FindingsMessage | undefined => typed(messages, 'findings').at(-1);
  const one = join(preview.book, 'content/one.md');
  writeFileSync(one, '---\ntitle: "One\n---\n\n<script>alert(1)</script>\n');
  await until(() => last()?.errors.length === 1, 'the error is told');
  const [finding] = last()?.errors ?? [];
  assert.equal(finding?.code, 'front-matter/invalid-syntax');
  const [place] = finding?.places ?? [];
  assert.match(place?.label ?? '', /^content\/one\.md:\d+:\d+$/);
  assert.match(place?.excerpt.join('\n') ?? '', /\| .*\n +\| +\^/);
  assert.match(place?.editor ?? '', /^test:\/\/\/.*\/content\/one\.md:\d+:\d+$/);
  assert.ok(await shows(preview, '/one/', 'Text.'), 'the last good page stays');
  assert.equal(typed(messages, 'reload').length, 0, 'and is not reloaded');
  writeFileSync(one, chapter('One', 'Mended.'));
  await until(() => last()?.errors.length === 0, 'the overlay goes away');
  assert.ok(await shows(preview, '/one/', 'Mended.'));
  await until(() => typed(messages, 'reload').length === 1, 'the page is reloaded');
});

test('a page hears only of what changes it, and of its styles apart', async (context) => {
  const preview = await openPreview(context, files);
  const messages = await listenAsPage(context, preview, '/one/');
  const others = await listenAsPage(context, preview, '/part/two/');
  writeFileSync(join(preview.book, 'content/part/two.md'), chapter('Two', 'Other text.'));
  await until(() => typed(others, 'reload').length === 1, 'the page that changed');
  assert.equal(typed(messages, 'reload').length, 0);
  writeFiles(preview.book, { 'templates/assets/prose.css': 'p { color: red }\n' });
  await until(() => typed(messages, 'styles').length === 1, 'the styles');
  const [address = ''] = typed(messages, 'styles')[0]?.addresses ?? [];
  assert.match(address, /^\/assets\/style-[0-9a-f]{8}\.css$/);
  assert.match((await ask(preview, address)).body, /color: red/);
  assert.equal(typed(messages, 'reload').length, 0);
});

test('no change falls between the load of a page and its connection', async (context) => {
  const preview = await openPreview(context, files);
  const { body } = await ask(preview, '/one/');
  writeFileSync(join(preview.book, 'content/one.md'), chapter('One', 'Later.'));
  await until(() => shows(preview, '/one/', 'Later.'), 'the change');
  const [, revision = '', copies = ''] = /data-revision="([^"]*)" data-copies="([^"]*)"/.exec(body) ?? [];
  const late = await listenAsPage(context, preview, '/one/');
  await until(() => typed(late, 'status').length > 0, 'the connection');
  assert.equal(typed(late, 'reload').length, 0, 'a page that is new hears nothing');
  const query = new URLSearchParams({ page: '/one/', revision, copies });
  const response = await fetch(`http://127.0.0.1:${preview.port}/.octavo/events?${query}`);
  const reader = response.body?.getReader();
  let text = '';
  await until(async () => {
    text += new TextDecoder().decode((await reader?.read())?.value);
    return text.includes('"reload"');
  }, 'a page that is old hears of it at once');
  await reader?.cancel();
});

test('drafts are shown and hidden, and --navigate follows to what was saved', async (context) => {
  const preview = await openPreview(
    context,
    { ...files, 'content/draft.md': '---\ntitle: Draft\ndraft: true\n---\n\nNot yet.\n' },
    { navigate: true },
  );
  const messages = await listenAsPage(context, preview, '/one/');
  const status = (): StatusMessage | undefined => typed(messages, 'status').at(-1);
  await until(() => status()?.drafts === 1, 'the count');
  assert.equal((await ask(preview, '/draft/')).status, 404);
  const token = status()?.token ?? '';
  assert.equal((await ask(preview, `/.octavo/drafts?show=true&token=${token}`)).status, 204);
  await until(() => shows(preview, '/draft/', 'Not yet.'), 'the draft');
  await until(() => status()?.areDraftsShown === true, 'the status');
  writeFileSync(join(preview.book, 'content/part/two.md'), chapter('Two', 'Saved.'));
  await until(() => typed(messages, 'navigate').at(-1)?.address === '/part/two/', 'the page saved');
  await ask(preview, `/.octavo/drafts?show=false&token=${token}`);
  await until(async () => (await ask(preview, '/draft/')).status === 404, 'hidden again');
});

test('nothing is written: neither public/ nor anything else', async (context) => {
  const preview = await openPreview(context, files);
  await ask(preview, '/one/');
  await until(() => preview.checked.length > 0, 'the check');
  assert.throws(() => readFileSync(join(preview.book, 'public/index.html')));
});
