import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBook, readTree, runOctavo } from './run-octavo.js';

const site = {
  'hugo.toml':
    "title = 'Press'\nbaseURL = 'https://example.org/'\nfooter = 1\n[imaging]\nquality = 1\n[minify]\nx = 1\n",
  '.gitignore': 'resources',
  'content/one.md':
    '---\ntitle: One\n---\n\n{{< figure src="/a.png" alt="A" >}} {{< nobody-has-this a="b" >}}{{</* not-a-call */>}}\n',
  'content/two.md': '---\ntitle: Two\n---\n\n{{% nobody-has-this %}} {{< figure src="/a.png" alt="A" >}}\n',
  'static/a.png': 'x',
  'layouts/page.html': '<main></main>',
  'layouts/_markup/render-link.html': '<a></a>',
  'themes/t/layouts/_default/list.html': '<main></main>',
};

test('--from-hugo tells what switches on one screen, and writes one line', (context) => {
  const folder = makeBook(context, site);
  const before = readTree(folder);
  const run = runOctavo(folder, ['init', '--from-hugo', '.']);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stdout, /^Press: 3 pages, 2 of them chapters, keep their addresses and order\.$/m);
  assert.match(run.stdout, /figure: 2 calls in 2 files$/m);
  assert.match(run.stdout, /nobody-has-this: 2 calls in 2 files/);
  assert.doesNotMatch(run.stdout, /not-a-call/);
  assert.match(run.stdout, /does not read 2 settings of Hugo: `imaging`, `minify`/);
  assert.match(run.stdout, /Render hooks: 1\n {2}layouts\/_markup\/render-link\.html/);
  assert.match(run.stdout, /Layouts: 2 templates/);
  assert.ok(run.stdout.split('\n').length < 40, 'one screen');
  const after = readTree(folder);
  assert.equal(after['.gitignore'], 'resources\n/public/\n');
  const changed = Object.keys(after).filter(
    (path) => !path.startsWith('.octavo/') && after[path] !== before[path],
  );
  assert.deepEqual(changed, ['.gitignore']);
  runOctavo(folder, ['init', '--from-hugo', '.']);
  assert.equal(readTree(folder)['.gitignore'], 'resources\n/public/\n', 'twice is once');
});

test('--from-hugo of a folder that is not there is wrong usage', (context) => {
  assert.equal(runOctavo(makeBook(context, site), ['init', '--from-hugo', 'nowhere']).code, 2);
});
