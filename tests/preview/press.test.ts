import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { hasErrors } from '../../src/diagnostics/apply-severities.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { createLiveBook } from '../../src/pipeline/live-book.js';
import { findMemory, listKnownFiles } from '../../src/pipeline/memory/find-memory.js';
import { createPress, type Press } from '../../src/preview/create-press.js';
import { createReadAgain } from '../../src/preview/open-live-site.js';
import { draws } from '../support/draws.js';
import { anyEdit, anyTranslatingEdit, type Edit, type Files, startBook, startTranslations } from './edits.js';
import { pressAfresh } from './press-afresh.js';

const root = mkdtempSync(join(tmpdir(), 'octavo-press-'));
after(() => rmSync(root, { recursive: true, force: true }));
const request = { now: Date.UTC(2026, 5, 1) };

/** Brings the folder from one state to another; returns the absolute paths it touched. */
function write(before: Files, now: Files): readonly string[] {
  const changed: string[] = [];
  for (const path of Object.keys(before)) {
    if (path in now) continue;
    rmSync(join(root, path));
    changed.push(path);
  }
  for (const [path, text] of Object.entries(now)) {
    if (before[path] === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    changed.push(path);
  }
  return changed.map((path) => join(root, path));
}

/** Begins with what a build has left of the book. */
function openPress(): Press {
  const stored = findMemory(root);
  const known = listKnownFiles(stored);
  const readAgain = createReadAgain({ root, config: () => request, clock: Date.now, known });
  return createPress(readAgain, () => createLiveBook(stored, (config) => config));
}

/** What happens between two edits: the writer's tools tell of the change or not, a reader asks for pages or not. */
interface Step {
  readonly edit: Edit;
  readonly look: 'told' | 'all' | 'none';
  readonly asked: readonly string[];
}

const pages = ['index.html', 'part-1/index.html', 'part-2/chapter-1/index.html', '404.html'];

/** @param edit Any of its kind. @param paths Pages that a reader may ask for. */
function anyStep(edit: fc.Arbitrary<Edit>, paths: readonly string[]): fc.Arbitrary<Step> {
  const look = fc.constantFrom<Step['look'][]>('told', 'told', 'all', 'none');
  return fc.record({ edit, look, asked: fc.subarray([...paths]) });
}

/** A finding without the page in which it was met first: that depends on which page was asked for first. */
function compared({ related: _, ...finding }: Diagnostic): object {
  return finding;
}

async function assertSameAsCold(press: Press, seen: ReadonlySet<string>): Promise<void> {
  const cold = await pressAfresh(root, request);
  const findings = (await press.check()) ?? [];
  assert.deepEqual(findings.map(compared), cold.diagnostics.map(compared));
  if (hasErrors(cold.diagnostics)) return;
  for (const [path, content] of cold.files) {
    const file = await press.find(path);
    const shown = file?.kind === 'copy' ? `copy of ${file.from}` : String(file?.content);
    assert.equal(shown, content, path);
  }
  for (const path of seen) if (!cold.files.has(path)) assert.equal(await press.find(path), null, path);
  assert.ok(cold.files.size > 4, 'there was a site to compare');
}

async function runScript(steps: readonly Step[], start = startBook()): Promise<void> {
  let files = start;
  rmSync(root, { recursive: true });
  write({}, files);
  const press = openPress();
  await press.look(null);
  await press.check();
  const untold = new Set<string>();
  const seen = new Set(['part-1/chapter-0/index.html', 'part-2/chapter-1/index.html', 'old/0/index.html']);
  for (const { edit, look, asked } of steps) {
    const next = edit.apply(files);
    for (const path of write(files, next)) untold.add(path);
    files = next;
    if (look !== 'none') await press.look(look === 'all' ? null : untold);
    if (look !== 'none') untold.clear();
    for (const path of asked) await press.find(path);
  }
  await press.look(untold);
  await assertSameAsCold(press, seen);
  assert.equal(await press.look(null), null, 'nothing was missed');
}

test('after any script of edits the preview shows what a build publishes, and finds what it finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep(anyEdit, pages), { minLength: 1, maxLength: 12 }), (steps) =>
      runScript(steps),
    ),
    draws(20),
  );
});

test('it does so for a book in several languages, whose files, languages and main language change', async () => {
  const step = anyStep(anyTranslatingEdit, [...pages, 'fr/index.html', 'fr/part-2/chapter-1/index.html']);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) =>
      runScript(steps, startTranslations()),
    ),
    draws(6),
  );
});

test('a link is broken by the end of a chapter that no list shows', async () => {
  const hide = { 'content/part-1/_index.md': '---\ntitle: One\ncascade: {build: {list: never}}\n---\n' };
  const link = { 'content/part-1/more.md': '---\ntitle: More\n---\nSee [the end](end.md).\n' };
  const end = { 'content/part-1/end.md': '---\ntitle: The End\n---\nText.\n' };
  const edits = [
    { ...hide, ...link, ...end },
    { ...hide, ...link },
  ].map((more) => ({
    name: 'give',
    apply: () => ({ ...startBook(), ...more }),
  }));
  await runScript(edits.map((edit) => ({ edit, look: 'told', asked: ['part-1/more/index.html'] })));
});

test('the book in one page is made when it is asked for, as a build makes it', async () => {
  const config = 'title: A Book\noutputs: {home: [html, print]}\n';
  rmSync(root, { recursive: true });
  write({}, { ...startBook(), 'octavo.yaml': config });
  const press = openPress();
  await press.look(null);
  await assertSameAsCold(press, new Set());
  const { files } = await pressAfresh(root, request);
  assert.match(files.get('print/index.html') ?? '', /id="\/part-1\/chapter-0"/);
});

test('what cascades to pages without a file follows the page that it cascades from', async () => {
  const home = (cascade: string) => `---\ntitle: Home\ncascade:\n  ${cascade}\n---\n`;
  const start = { ...startBook(), 'content/_index.md': home('title: Before') };
  rmSync(root, { recursive: true });
  write({}, start);
  const press = openPress();
  await press.look(null);
  await press.find('part-2/index.html');
  for (const cascade of ['title: After', 'title: After\n  tags: [ink]', 'mood: none']) {
    await press.look(new Set(write(start, { ...start, 'content/_index.md': home(cascade) })));
    await assertSameAsCold(press, new Set(['tags/ink/index.html']));
  }
});
