import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, makeFolder, readTree, runOctavo } from './run-octavo.js';

const seedFile = join(repository, '../shared/seed/chapter-14f.md');
const specimen = join(repository, 'content/chapters/7b-at-the-case.md');

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly line?: number;
  readonly message: string;
}

function checkJson(book: string, ...flags: readonly string[]): readonly Told[] {
  return JSON.parse(runOctavo(book, ['check', '--json', ...flags]).stdout).diagnostics;
}

const linesOf = (found: readonly Told[], code: string) =>
  found.filter((told) => told.code === code).map(({ line }) => line);

test('the three clean texts give nothing above advice', (context) => {
  const book = makeFolder(context);
  cpSync(join(repository, 'tests/check/clean'), book, { recursive: true });
  const loud = checkJson(book).filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(loud, []);
});

test(`the seed chapter${existsSync(seedFile) ? '' : ' (it is not beside this checkout: nothing to test)'}`, (context) => {
  if (!existsSync(seedFile)) return;
  const book = makeBook(context, { 'content/chapter-14f.md': readFileSync(seedFile) });
  const found = checkJson(book);
  assert.deepEqual(linesOf(found, 'text/lone-list-item'), [11]);
  assert.deepEqual(linesOf(found, 'text/lost-footnote'), [13]);
  assert.deepEqual(linesOf(found, 'text/mixed-quotes'), [16, 25, 29, 38]);
  assert.deepEqual(linesOf(found, 'text/missing-blank-line'), [49, 62, 77]);
  assert.deepEqual(linesOf(found, 'text/split-word'), [undefined], 'one line for all that is sure');
  assert.deepEqual(linesOf(found, 'front-matter/empty-description'), [6]);
  assert.equal(found.length, 11, 'and nothing else');
});

test("the manual's specimen of extracted text", (context) => {
  const book = makeBook(context, { 'content/7b.md': readFileSync(specimen) });
  assert.deepEqual(
    checkJson(book).map(({ line, code }) => `${line} ${code}`),
    [
      'undefined text/split-word',
      '6 front-matter/empty-description',
      '11 text/lone-list-item',
      '14 text/doubtful-joint',
      '18 text/mixed-quotes',
      '24 text/missing-blank-line',
    ],
  );
});

const faulty = {
  'octavo.yaml': 'title: A Book\n',
  'content/one.md': '---\r\ntitle: One\r\n---\r\n\r\nThe "green” ﬁeld , at the the end.\r\n',
};

test('findings are the result, with place, excerpt, hint and count', (context) => {
  const run = runOctavo(makeBook(context, faulty), ['check']);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stdout, /^content\/one\.md:5:11 warning text\/mixed-quotes\n {2}One quote of "green” is/m);
  assert.match(run.stdout, /\n {4}5 \| The "green” ﬁeld , at the the end\.\n/);
  assert.match(run.stdout, /\n4 warnings\n$/);
});

test('--fail-on decides the exit code; errors fail always', (context) => {
  const book = makeBook(context, faulty);
  assert.equal(runOctavo(book, ['check', '--fail-on', 'warning']).code, 1);
  assert.equal(runOctavo(book, ['check', '--fail-on', 'error']).code, 0);
  const advice = makeBook(context, { 'content/one.md': '---\ntitle: One\ndescription: ""\n---\n' });
  assert.equal(runOctavo(advice, ['check', '--fail-on', 'warning']).code, 0);
  assert.equal(runOctavo(advice, ['check', '--fail-on', 'advice']).code, 1);
  const broken = makeBook(context, { 'content/one.md': '---\ntitle: One\nweight: x\n---\n[a](b.md)\n' });
  assert.equal(runOctavo(broken, ['check']).code, 1);
  assert.deepEqual(
    checkJson(broken).map(({ code }) => code),
    ['front-matter/invalid-weight', 'link/not-found'],
    'and all that a build reports is there',
  );
});

test('a rule can be switched in the configuration', (context) => {
  const octavo = 'diagnostics: {text/mixed-quotes: off, text/ligature: error}\n';
  const book = makeBook(context, { ...faulty, 'octavo.yaml': octavo });
  const found = checkJson(book);
  assert.deepEqual(linesOf(found, 'text/mixed-quotes'), []);
  assert.equal(found.find(({ code }) => code === 'text/ligature')?.severity, 'error');
  runOctavo(book, ['check', '--fix']);
  assert.match(
    readFileSync(join(book, 'content/one.md'), 'utf8'),
    /"green” field, at/,
    'what is off is not mended',
  );
});

test('--fix --dry-run shows the changes and writes nothing; --fix writes them; twice is once', (context) => {
  const book = makeBook(context, faulty);
  const before = readTree(book);
  const dry = runOctavo(book, ['check', '--fix', '--dry-run']);
  assert.equal(dry.code, 0);
  assert.match(
    dry.stdout,
    /^-The "green” ﬁeld , at the the end\.\r\n\+The "green" field, at the the end\.\r$/m,
  );
  assert.match(dry.stderr, /3 findings in 1 file would be mended; nothing was written/);
  assert.deepEqual(readTree(book), before);
  const patched = makeBook(context, faulty);
  const applied = spawnSync('git', ['apply', '-'], { cwd: patched, input: dry.stdout, encoding: 'utf8' });
  assert.equal(applied.status, 0, applied.stderr);
  const run = runOctavo(book, ['check', '--fix']);
  assert.deepEqual(readTree(patched), readTree(book), 'what was shown is what is done');
  assert.match(run.stderr, /3 findings in 1 file mended/);
  assert.match(run.stdout, /1 warning\n$/);
  const fixed = '---\r\ntitle: One\r\n---\r\n\r\nThe "green" field, at the the end.\r\n';
  assert.equal(readFileSync(join(book, 'content/one.md'), 'utf8'), fixed);
  const again = runOctavo(book, ['check', '--fix', '--dry-run']);
  assert.deepEqual([again.stdout, again.stderr], ['', 'There is nothing to mend without asking.\n']);
});

test('--baseline passes over what is known, wherever it stands now', (context) => {
  const book = makeBook(context, faulty);
  const known = runOctavo(book, ['check', '--json']).stdout;
  const moved = faulty['content/one.md'].replace('The "green”', 'A new line.\r\n\r\nThe "green”');
  const changed = makeBook(context, {
    'known.json': known,
    'content/one.md': `${moved}\r\nAnd of of that.\r\n`,
  });
  const run = runOctavo(changed, ['check', '--baseline', 'known.json', '--fail-on', 'warning']);
  assert.equal(run.code, 1);
  assert.match(run.stdout, /text\/doubled-word[\s\S]*\n1 warning, 4 known\n$/);
  assert.equal(runOctavo(changed, ['check', '--baseline', 'none.json']).code, 2);
});

test('--json and --sarif have their shapes', (context) => {
  const book = makeBook(context, faulty);
  const data = JSON.parse(runOctavo(book, ['check', '--json']).stdout);
  assert.deepEqual(Object.keys(data), ['diagnostics', 'counts', 'known']);
  assert.deepEqual(data.counts, { error: 0, warning: 4, advice: 0, note: 0 });
  assert.deepEqual(Object.keys(data.diagnostics[0]), [
    'code',
    'severity',
    'message',
    'hint',
    'file',
    'line',
    'column',
    'length',
  ]);
  const sarif = JSON.parse(runOctavo(book, ['check', '--sarif']).stdout);
  const [run] = sarif.runs;
  assert.equal(sarif.version, '2.1.0');
  assert.equal(run.tool.driver.name, 'Octavo');
  assert.equal(run.results.length, 4);
  assert.deepEqual(run.results[0].locations[0].physicalLocation, {
    artifactLocation: { uri: 'content/one.md' },
    region: { startLine: 5, startColumn: 11, endColumn: 12 },
  });
  for (const { ruleId } of run.results)
    assert.ok(run.tool.driver.rules.some(({ id }: { id: string }) => id === ruleId));
});

/** Keys that SARIF 2.1.0 requires or allows of what we write; sections 3.13 to 3.30 of the standard. */
const sarifKeys: Readonly<Record<string, readonly string[]>> = {
  '': ['$schema', 'version', 'runs'],
  runs: ['tool', 'columnKind', 'results'],
  tool: ['driver'],
  driver: ['name', 'version', 'rules'],
  rules: ['id', 'defaultConfiguration'],
  defaultConfiguration: ['level'],
  results: ['ruleId', 'level', 'message', 'locations', 'relatedLocations'],
  message: ['text'],
  locations: ['physicalLocation'],
  relatedLocations: ['physicalLocation', 'message'],
  physicalLocation: ['artifactLocation', 'region'],
  artifactLocation: ['uri'],
  region: ['startLine', 'startColumn', 'endColumn'],
};

function assertSarif(value: unknown, name = ''): void {
  if (Array.isArray(value)) for (const item of value) assertSarif(item, name);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      assert.ok(sarifKeys[name]?.includes(key), `${name}.${key}`);
      assertSarif(inner, key);
    }
  } else if (name === 'level') assert.match(String(value), /^(?:error|warning|note|none)$/);
  else if (/Line|Column/.test(name)) assert.ok(Number.isInteger(value) && Number(value) >= 1, name);
  else if (name === 'uri') assert.match(String(value), /^(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/);
  else assert.equal(typeof value, 'string', name);
}

test('every finding is SARIF as its schema has it, whatever the file is called', (context) => {
  const book = makeBook(context, {
    'content/a #?%é.md': '---\ntitle: One\nweight: z\n---\n\nA the the "x”.\n',
    'content/b.md': Buffer.from([0xff, 0xfe]),
    'content/c.md': '---\nurl: /d/\n---\n',
    'content/d.md': '---\ntitle: D\n---\n',
  });
  const sarif = JSON.parse(runOctavo(book, ['check', '--sarif']).stdout);
  assertSarif(sarif);
  const uris = sarif.runs[0].results.flatMap(({ locations }: { locations: readonly Located[] }) =>
    locations.map(({ physicalLocation }) => decodeURIComponent(physicalLocation.artifactLocation.uri)),
  );
  assert.deepEqual([...new Set(uris)].sort(), [
    'content/a #?%é.md',
    'content/b.md',
    'content/c.md',
    'content/d.md',
  ]);
});

interface Located {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
}

test('weights, heading numbers and titles', (context) => {
  const chapter = (weight: string, heading: string, title: string) =>
    `---\nheading: ${heading}\ntitle: ${title}\n${weight}\n---\n`;
  const book = makeBook(context, {
    'content/a.md': chapter('weight: 10', 'Chapter 1', 'A'),
    'content/b.md': chapter('weight: 20', 'Chapter 3', 'B'),
    'content/c.md': chapter('weight: 30', 'Chapter 2', 'C'),
    'content/d.md': chapter('weight: 30', 'Chapter 4', 'D'),
    'content/e.md': chapter('weight: 4000', 'Part IV', 'E'),
    'content/f.md': chapter('c: red', 'Chapter 4', 'D'),
    'content/g.md': '---\nweight: 4010\n---\n',
  });
  const told = JSON.parse(runOctavo(book, ['check', '--json']).stdout).diagnostics;
  assert.deepEqual(
    told.map(
      ({ file, line, code }: { file: string; line: number; code: string }) => `${file}:${line} ${code}`,
    ),
    [
      'content/c.md:2 order/heading-number',
      'content/d.md:4 order/duplicate-weight',
      'content/e.md:4 order/jumping-weight',
      'content/g.md:1 title/missing',
      'content/f.md:1 order/missing-weight',
      'content/f.md:2 order/duplicate-heading',
      'content/f.md:3 title/duplicate',
    ],
  );
});

test('wrong usage of check exits with 2', (context) => {
  const book = makeBook(context, faulty);
  for (const flags of [
    ['--json', '--sarif'],
    ['--dry-run'],
    ['--fail-on', 'whim'],
    ['nowhere'],
    ['--only', 'text/nothing'],
    ['--since', 'nowhere'],
  ]) {
    assert.equal(runOctavo(book, ['check', ...flags]).code, 2, flags.join(' '));
  }
});

test('the manual is clean, apart from the specimen that is meant to be faulty', () => {
  const baseline = readFileSync(join(repository, '.ci/known-findings.json'), 'utf8');
  const known: { file?: string }[] = JSON.parse(baseline).diagnostics;
  for (const { file } of known) if (file !== undefined) assert.match(file, /^content\/chapters\/7[a-d]-/);
  const run = runOctavo(repository, [
    'check',
    '--baseline',
    '.ci/known-findings.json',
    '--fail-on',
    'warning',
  ]);
  assert.equal(run.code, 0, run.stdout);
});

test('PATH, --only and --since say what is looked at', (context) => {
  const split = (title: string) => `---\ntitle: ${title}\n---\n\nA soft\u00adhyphen.\n\nThe the end.\n`;
  const book = makeBook(context, {
    'content/a/_index.md': '---\ntitle: First\nweight: 1\n---\n',
    'content/b/_index.md': '---\ntitle: Second\nweight: 2\n---\n',
    'content/a/one.md': split('One'),
    'content/b/two.md': split('Two'),
  });
  const told = (...flags: readonly string[]) =>
    JSON.parse(runOctavo(book, ['check', '--json', ...flags]).stdout).diagnostics.map(
      ({ file, code }: { file: string; code: string }) => `${file.slice(8)} ${code}`,
    );
  const own = (file: string) => [`${file} text/soft-hyphen`, `${file} text/doubled-word`];
  assert.deepEqual(told(), [...own('a/one.md'), ...own('b/two.md')]);
  for (const path of ['content/a', 'a', 'a/', 'content/a/one.md', 'a/one'])
    assert.deepEqual(told(path), own('a/one.md'), path);
  assert.deepEqual(told('a', 'b'), [...own('a/one.md'), ...own('b/two.md')]);
  assert.deepEqual(told('--only', 'text/soft-hyphen'), [
    'a/one.md text/soft-hyphen',
    'b/two.md text/soft-hyphen',
  ]);
  assert.deepEqual(told('b', '--only', 'link,text/doubled-word'), ['b/two.md text/doubled-word']);
  const git = (...words: readonly string[]) =>
    assert.equal(
      spawnSync('git', ['-C', book, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words]).status,
      0,
    );
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'one');
  assert.deepEqual(told('--since', 'HEAD'), []);
  writeFileSync(join(book, 'content/a/one.md'), split('Another'));
  writeFileSync(join(book, 'content/new.md'), split('New'));
  assert.deepEqual(told('--since', 'HEAD', '--only', 'text'), [...own('a/one.md'), ...own('new.md')]);
});

test('what a chapter in a scope has is what it has in the whole book', (context) => {
  const book = makeBook(context, {
    'content/a.md': '---\ntitle: A\n---\n\n[x](b.md#no) [y](b.md#there) [z](c.md)\n\n{{< nothing >}}\n',
    'content/b.md': '---\ntitle: B\n---\n\n## There\n\n[x](a.md#no)\n',
  });
  const ofA = (found: readonly { file?: string }[]) => found.filter(({ file }) => file === 'content/a.md');
  const all = JSON.parse(runOctavo(book, ['check', '--json']).stdout).diagnostics;
  assert.deepEqual(JSON.parse(runOctavo(book, ['check', '--json', 'a.md']).stdout).diagnostics, ofA(all));
  assert.equal(ofA(all).length, 3);
});

test('many findings are told a line each, folded, with totals and what to do first', (context) => {
  const chapters = Array.from({ length: 40 }, (_, index) => [
    `content/c${index}.md`,
    `---\ntitle: T${index}\nweight: ${index + 1}\n---\n\nA soft\u00adhyphen, no ${index}.\n\n[x](gone${index}.md)\n`,
  ]);
  const book = makeBook(context, Object.fromEntries(chapters));
  const { stdout, stderr } = runOctavo(book, ['check']);
  assert.equal(stdout.match(/ link\/not-found$/gm)?.length, 1);
  assert.equal(stdout.match(/^ {2}content\/c\d+\.md:8/gm)?.length, 40, 'each error');
  assert.equal(stdout.match(/^ {2}content\/c\d+\.md:6/gm)?.length, 5, 'five warnings');
  assert.match(stdout, /^ {2}… 35 more$/m);
  assert.match(stdout, /^ {2}text\/soft-hyphen +40 warnings in 40 files, --fix knows a mend for all$/m);
  assert.match(stderr, /^Mend the errors first, which stop a build: content\/c0\.md:8/m);
  assert.ok(runOctavo(book, ['check', '--all']).stdout.split('\n').length > 400);
});

test('chapters of another program are written as ours where the page then says what it said', (context) => {
  const head = '---\ntitle: A\n---\n\n';
  const book = makeBook(context, {
    'content/a.md': `${head}!!! note "Mind"\n    The bar. See [[b|the press]].\n\n{{#include bar.c:turn}}\n`,
    'content/b.md': '---\ntitle: B\n---\n\nA [[gone]] and {{#include gone.c}}.\n\n[TOC]\n',
    'content/bar.c': '// ANCHOR: turn\nint turn;\n// ANCHOR_END: turn\n',
  });
  assert.equal(runOctavo(book, ['check', '--dialects']).code, 2);
  const run = runOctavo(book, ['check', '--fix', '--dialects']);
  assert.match(run.stderr, /3 findings in 1 file mended/);
  assert.match(run.stderr, /1 finding is left to you[\s\S]*content\/b\.md/, 'its include names no file');
  assert.equal(
    readFileSync(join(book, 'content/a.md'), 'utf8'),
    `${head}> [!NOTE] Mind\n> The bar. See [the press](b.md).\n\n{{% include file="bar.c" part="turn" %}}\n`,
  );
  assert.equal(runOctavo(book, ['build']).code, 0);
  assert.match(readFileSync(join(book, 'public/a/index.html'), 'utf8'), /<p>int turn;<\/p>/);
});

test('a chapter that includes another changes with it', (context) => {
  const part = (text: string) => `---\ntitle: B\n---\n\n${text}\n`;
  const book = makeBook(context, {
    'content/a.md': '---\ntitle: A\n---\n\n{{< include "/b.md" >}}\n\n{{< include "x.c" "2-" >}}\n',
    'content/b.md': part('The *old* ink.'),
    'content/x.c': 'int a;\nint b;\n',
  });
  const page = () => readFileSync(join(book, 'public/a/index.html'), 'utf8');
  assert.equal(runOctavo(book, ['build']).code, 0);
  assert.match(page(), /The <em>old<\/em> ink\.[\s\S]*<code class="language-c">(?!.* a;).* b;/);
  writeFileSync(join(book, 'content/b.md'), part('The *new* ink.'));
  writeFileSync(
    join(book, 'content/c.md'),
    '---\ntitle: C\n---\n\n{{< include "gone.c" >}} {{< include "../octavo.yaml" >}}\n',
  );
  const run = runOctavo(book, ['build']);
  assert.equal((run.stderr.match(/error shortcode\/refused/g) ?? []).length, 2);
  rmSync(join(book, 'content/c.md'));
  writeFileSync(join(book, 'content/x.c'), 'int a;\nint c;\n');
  assert.equal(runOctavo(book, ['build']).code, 0);
  assert.match(page(), /The <em>new<\/em> ink\.[\s\S]* c;/);
});
