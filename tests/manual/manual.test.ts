import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from '../../src/build.js';
import { frontMatterNames } from '../../src/chapters/front-matter-keys.js';
import { hugoFlags } from '../../src/commands/arguments/hugo-flags.js';
import { helpFlag } from '../../src/commands/arguments/options.js';
import { buildCommand } from '../../src/commands/build.js';
import { checkCommand } from '../../src/commands/check.js';
import { initCommand } from '../../src/commands/init.js';
import { listCommand } from '../../src/commands/list.js';
import { moveCommand } from '../../src/commands/move.js';
import { newCommand } from '../../src/commands/new.js';
import { renumberCommand } from '../../src/commands/renumber.js';
import { serveCommand } from '../../src/commands/serve.js';
import { tidyCommand } from '../../src/commands/tidy.js';
import { whyCommand } from '../../src/commands/why.js';
import { numberedKeys } from '../../src/config/folders.js';
import { configKeys } from '../../src/config/keys.js';
import { loadConfig } from '../../src/config/load-config.js';
import { readPath } from '../../src/config/settings-tree.js';
import { parseData } from '../../src/formats/parse-data.js';
import { createFilters } from '../../src/templates/filters.js';
import { repository } from '../house/source-files.js';
import { readManual } from './read-manual.js';

const manual = readManual();

test('the manual builds without any finding, and no chapter of it is held back', async (context) => {
  const parent = mkdtempSync(join(tmpdir(), 'octavo-manual-'));
  context.after(() => rmSync(parent, { recursive: true, force: true }));
  const result = await build({
    root: repository,
    destination: join(parent, 'public'),
    config: { now: Date.UTC(2026, 5, 1) },
    takeOver: false,
    failOnWarnings: true,
    threads: 0,
    progress: null,
    onInterrupt: () => () => undefined,
    clock: Date.now,
    memory: false,
  });
  assert.deepEqual(result.diagnostics, []);
  assert.deepEqual(result.published?.report.unpublished, []);
});

test('every key of the front matter is in the manual', () => {
  assertNamed(frontMatterNames, chapterText('chapters/front-matter.md').toLowerCase());
});

test('every key of the configuration has an example, which can be loaded', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-example-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const examples = [...chapterText('reference/every-setting.md').matchAll(/```yaml\n([\s\S]*?)```/g)];
  const shown = examples.flatMap(([, text = '']) => {
    writeFileSync(join(root, 'octavo.yaml'), text);
    assert.deepEqual(loadConfig(root, { now: 0 }).diagnostics, []);
    const parsed = parseData('yaml', text, { lowerCaseKeys: true });
    return parsed.ok ? [parsed.value] : [];
  });
  const isShown = (name: string) => shown.some((keys) => readPath(keys, name) !== undefined);
  const keys = configKeys.map(({ name }) => name).filter((name) => !numberedKeys.includes(name));
  assert.deepEqual(
    keys.filter((name) => !isShown(name)),
    [],
  );
});

test('every flag is in the manual', () => {
  const flags = [...buildCommand.flags, helpFlag].flatMap(({ name, also = [] }) => [name, ...also]);
  assertFlags([...flags, ...Object.keys(hugoFlags)], chapterText('reference/build.md'));
  assertFlags(
    serveCommand.flags.flatMap(({ name, also = [] }) => [name, ...also.filter((one) => !/^base/.test(one))]),
    chapterText('reference/serve.md'),
  );
  assertFlags(
    listCommand.flags.map(({ name, short }) => (short === undefined ? name : short)),
    chapterText('reference/list.md'),
  );
  for (const { name, flags } of [
    initCommand,
    checkCommand,
    newCommand,
    moveCommand,
    renumberCommand,
    tidyCommand,
    whyCommand,
  ]) {
    assertFlags(
      flags.map((flag) => flag.short ?? flag.name),
      chapterText(`authoring/${name}.md`),
    );
  }
});

test('every filter of the templates is in the manual', () => {
  const config = loadConfig(repository, { now: 0 }).value;
  const filters = createFilters(config, String);
  assertNamed(Object.keys(filters), chapterText('templates/language.md'));
});

test('every field that templates see is in the manual', () => {
  const text = chapterText('templates/data.md');
  const interfaces = {
    PageView: 'page-view',
    SiteView: 'site-view',
    BookView: 'site-view',
    TemplateData: 'template-data',
  };
  for (const [name, file] of Object.entries(interfaces)) assertNamed(fieldsOf(name, file), text);
});

/** Fields of an interface of `src/model/`; types leave no trace in the compiled program. */
function fieldsOf(name: string, file: string): readonly string[] {
  const source = readFileSync(join(repository, `src/model/${file}.ts`), 'utf8');
  const [, body = ''] = new RegExp(`export interface ${name} \\{\\n([^]*?)\\n\\}`).exec(source) ?? [];
  const fields = [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field = '']) => field);
  assert.notEqual(fields.length, 0, `${file}.ts has an interface ${name} with fields`);
  return fields;
}

function chapterText(path: string): string {
  const chapter = manual.find((candidate) => candidate.path === path);
  assert.ok(chapter, `the manual has a chapter ${path}`);
  return chapter.text;
}

/** A name counts where it stands as code, or as a section's heading. */
function assertNamed(names: readonly string[], text: string): void {
  const missing = names.filter((name) => !text.includes(`\`${name}\``) && !text.includes(`\n## ${name}\n`));
  assert.deepEqual(missing, []);
}

function assertFlags(names: readonly string[], text: string): void {
  const missing = names.filter((name) => !new RegExp(`\`--?${name}[\` ]`).test(text));
  assert.deepEqual(missing, []);
}
