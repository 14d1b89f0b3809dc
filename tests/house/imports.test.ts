import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageOf, readSourceModules, repository, roomOf, type SourceModule } from './source-files.js';

const modules = readSourceModules();
const stages = ['sources', 'chapters', 'book', 'markdown', 'pages', 'search', 'output'];
const foundations = [
  'model',
  'line-ends',
  'text',
  'words',
  'content',
  'time',
  'url',
  'english',
  'files',
  'formats',
  'lists',
  'diagnostics',
  'templates',
  'go-templates',
  'hugo-templates',
];

/** `importer → imported` for every local import that the rule forbids. */
function violations(forbids: (from: SourceModule, targetRoom: string) => boolean): readonly string[] {
  return modules.flatMap((module) =>
    module.imports
      .filter((imported) => imported.local && forbids(module, roomOf(imported.target)))
      .map((imported) => `${module.path} → ${imported.target}`),
  );
}

test('every import of a module of ours names a file that exists', () => {
  const paths = new Set(modules.map((module) => module.path));
  const missing = modules.flatMap((module) =>
    module.imports.filter((imported) => imported.local && !paths.has(imported.target)).map((i) => i.target),
  );
  assert.deepEqual(missing, []);
  assert.ok(modules.length > 50, 'the scan found the modules');
});

test('a stage imports no other stage, and nothing above it', () => {
  const allowed = (room: string) => [room, ...foundations];
  const found = violations((from, target) => {
    const room = roomOf(from.path);
    return stages.includes(room) && !allowed(room).includes(target);
  });
  assert.deepEqual(found, []);
});

test('the foundations import only each other, and the model only itself', () => {
  assert.deepEqual(
    violations((from, target) => roomOf(from.path) === 'model' && target !== 'model'),
    [],
  );
  assert.deepEqual(
    violations((from, target) => foundations.includes(roomOf(from.path)) && !foundations.includes(target)),
    [],
  );
});

test('only config, sources, output, preview, the press, the memory and the program itself touch disk, network or processes', () => {
  // Templates of a Hugo site name the files that they read only when they run.
  const edges = ['config', 'sources', 'output', 'preview', 'browser-press', 'cli.ts', 'hugo-templates'];
  const touching = /^node:(fs|fs\/promises|net|http|https|http2|dgram|dns|tls|child_process|process)$/;
  const found = modules
    .filter(({ path }) => !edges.includes(roomOf(path)) && !path.startsWith('pipeline/memory/'))
    .flatMap((module) =>
      module.imports.filter((i) => touching.test(i.target)).map((i) => `${module.path} → ${i.target}`),
    );
  assert.deepEqual(found, []);
});

test('only web/ asks other machines, and only `check --external` loads it', () => {
  const asking = modules.filter(
    ({ path, text }) => !path.startsWith('browser/') && /\bfetch\(|\bWebSocket\(/.test(text),
  );
  assert.deepEqual(
    asking.map(({ path }) => roomOf(path)),
    ['web'],
  );
  assert.deepEqual(
    violations((from, target) => target === 'web' && roomOf(from.path) !== 'web'),
    ['commands/run-check.ts → web/probe-addresses.ts'],
  );
});

test('the clock, the environment and the arguments are read by cli.ts alone, and one limit of time is kept', () => {
  const readers = ['cli.ts', 'markdown/threads/work-clock.ts'];
  const ambient =
    /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bprocess\.(env|argv|exit|cwd|hrtime)\b|\bMath\.random\(/;
  const found = modules.filter((module) => !readers.includes(module.path) && ambient.test(module.text));
  assert.deepEqual(
    found.map((module) => module.path),
    [],
  );
});

test('each third-party package has one importing file', () => {
  const importers = new Map<string, Set<string>>();
  for (const module of modules) {
    for (const imported of module.imports) {
      if (imported.local || imported.typeOnly || imported.target.startsWith('node:')) continue;
      const name = packageOf(imported.target);
      importers.set(name, (importers.get(name) ?? new Set()).add(module.path));
    }
  }
  const shared = [...importers]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => [name, [...files]]);
  assert.deepEqual(shared, []);
});

test('every dependency is imported, and CONTRIBUTING gives its reason', () => {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(repository, 'package.json'), 'utf8'),
  );
  const contributing = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
  const used = new Set(modules.flatMap((module) => module.imports.map((i) => packageOf(i.target))));
  for (const name of Object.keys(manifest.dependencies)) {
    assert.ok(used.has(name), `${name} is imported by a module`);
    assert.ok(contributing.includes(`\`${name}\``), `CONTRIBUTING.md names ${name}`);
  }
});

test('there is no circle of modules, and none of types either', () => {
  const graph = new Map(modules.map((m) => [m.path, m.imports.filter((i) => i.local).map((i) => i.target)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  assert.deepEqual(found, []);
});
