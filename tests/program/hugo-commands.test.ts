import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from '../../src/commands/arguments/parse-arguments.js';
import { buildCommand } from '../../src/commands/build.js';
import type { Command } from '../../src/commands/command.js';
import { serveCommand } from '../../src/commands/serve.js';
import { makeBook, readTree, runOctavo } from './run-octavo.js';

// `hugo build --help` and `hugo server --help` of 0.169.
const both = `baseURL= buildDrafts buildExpired buildFuture cacheDir= cleanDestinationDir clock= config= configDir=
  contentDir= destination= disableKinds= enableGitInfo environment= forceSyncStatic gc help ignoreCache
  ignoreVendorPaths= layoutDir= logLevel= minify noBuildLock noChmod noTimes panicOnWarning poll=1s printI18nWarnings
  printMemoryUsage printPathWarnings printUnusedTemplates quiet renderSegments= renderToMemory source= templateMetrics
  templateMetricsHints theme= themesDir= trace= watch`;
const server = `appendPort bind= disableBrowserError disableFastRender disableLiveReload liveReloadPort=
  navigateToChanged noHTTPCache openBrowser port= pprof renderStaticToDisk tlsAuto tlsCertFile= tlsKeyFile=`;
const shorts = ['-b x', '-D', '-E', '-F', '-c x', '-d x', '-e x', '-h', '-l x', '-M', '-s x', '-t x', '-w'];

function assertAccepts({ flags }: Command, names: string): void {
  for (const written of names.split(/\s+/)) {
    const [name = '', example] = written.split('=');
    const value = example || 'x';
    const forms = example === undefined ? [[`--${name}`]] : [[`--${name}`, value], [`--${name}=${value}`]];
    for (const form of forms) {
      const parsed = parseArguments(flags, form);
      assert.ok(parsed.ok, `${form.join(' ')}: ${parsed.ok ? '' : parsed.message}`);
      assert.deepEqual(parsed.words, [], form.join(' '));
      assert.ok(
        parsed.notes.length + Object.keys(parsed.flags).length === 1,
        `${form.join(' ')} acts or says so`,
      );
    }
  }
}

test('every flag of `hugo build` is accepted by build, of `hugo server` by serve, with its value', () => {
  assertAccepts(buildCommand, both);
  assertAccepts(serveCommand, `${both} ${server}`);
  for (const command of [buildCommand, serveCommand])
    for (const form of [...shorts, ...(command === serveCommand ? ['-N', '-O', '-p x'] : [])])
      assert.ok(parseArguments(command.flags, form.split(' ')).ok, `${command.name} ${form}`);
});

const book = {
  'hugo.toml': "title = 'Press'\nbaseURL = 'https://example.org/b/'\n",
  'staging.toml': "title = 'Press, staged'\n",
  'content/_index.md': '---\ntitle: Home\n---\n',
  'content/one.md': '---\ntitle: One, "first"\nslug: uno\ndate: 2024-01-02\ntags: [ink]\n---\n',
  'content/p/two.md': '---\ntitle: Two\ndraft: true\n---\n',
  'content/p/three.md': '---\ntitle: Three\npublishDate: 2199-01-02\n---\n',
  'content/p/four.md': '---\ntitle: Four\nexpiryDate: 2001-01-02\n---\n',
  'texts/five.md': '---\ntitle: Five\n---\n',
};

test('flags that stand for settings go over the files', (context) => {
  const folder = makeBook(context, book);
  const run = runOctavo(folder, [
    '-D',
    '--config',
    'hugo.toml,staging.toml',
    '--disableKinds=taxonomy,term',
    '--quiet',
  ]);
  assert.equal(run.code, 0, run.stderr);
  const site = readTree(`${folder}/public`);
  assert.ok(
    Object.keys(site).some((path) => path === 'p/two/index.html'),
    'flags alone build',
  );
  assert.ok(!Object.keys(site).some((path) => path.startsWith('tags/')), 'no pages of a disabled kind');
  assert.match(site['uno/index.html'] ?? '', /Press, staged/);
  assert.match(runOctavo(folder, ['list', '-c', 'texts']).stdout, /Five/);
});

test('the words of `hugo list` list in its columns', (context) => {
  const folder = makeBook(context, book);
  const list = (word: string) => runOctavo(folder, ['list', word]).stdout;
  const header = 'path,slug,title,date,expiryDate,publishDate,draft,permalink,kind,section\n';
  assert.equal(
    list('published').split('\n')[2],
    'content/one.md,uno,"One, ""first""",2024-01-02T00:00:00Z,0001-01-01T00:00:00Z,2024-01-02T00:00:00Z,false,https://example.org/b/uno/,page,',
  );
  assert.equal(
    list('drafts'),
    `${header}content/p/two.md,,Two,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,true,https://example.org/b/p/two/,page,p\n`,
  );
  assert.match(list('future'), /^path.*\ncontent\/p\/three\.md,.*2199-01-02T00:00:00Z,false.*\n$/);
  assert.match(list('expired'), /^path.*\ncontent\/p\/four\.md,.*2001-01-02T00:00:00Z.*\n$/);
  assert.equal(list('all').split('\n').length, 7);
});

test('`config` prints the settings that count, in three forms, and the folders', (context) => {
  const folder = makeBook(context, book);
  const config = (...words: string[]) => runOctavo(folder, ['config', ...words]).stdout;
  assert.equal(config('-c', 'texts'), 'title: Press\nbaseURL: https://example.org/b/\ncontentdir: texts\n');
  assert.match(config('--format', 'toml'), /^title = "Press"$/m);
  assert.equal(JSON.parse(config('--format', 'json')).title, 'Press');
  assert.deepEqual(JSON.parse(config('mounts')).mounts[0], { source: 'content', target: 'content' });
  assert.equal(runOctavo(folder, ['config', '--format', 'xml']).code, 2);
});

test("Hugo's other commands are answered with what there is instead", (context) => {
  const run = runOctavo(makeBook(context, book), ['mod', 'get']);
  assert.equal(run.code, 2);
  assert.match(run.stderr, /There is no command "mod"\. Octavo reads no modules/);
});
