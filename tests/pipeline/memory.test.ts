import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { type BuildResult, build } from '../../src/build.js';
import {
  anyEdit,
  anyTranslatingEdit,
  type Edit,
  type Files,
  startBook,
  startTranslations,
} from '../preview/edits.js';
import { draws } from '../support/draws.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-memory-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const [warm, cold] = [join(folder, 'warm'), join(folder, 'cold')];
const now = Date.UTC(2026, 5, 1);

/** Every output that there is. */
const everything =
  'outputs: {home: [html, rss, print, llms, epub], section: [html, rss], page: [html, markdown], term: [html, rss]}\nenableRobotsTXT: true\nvolumes: [part-2]\n';

function write(root: string, files: Files, before: Files = {}): void {
  for (const path of Object.keys(before)) if (!(path in files)) rmSync(join(root, path));
  for (const [path, text] of Object.entries(files)) {
    if (before[path] === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(
      join(root, path),
      path === 'octavo.yaml'
        ? `${text.replace(/^(?:outputs|enableRobotsTXT|volumes):.*\n/gm, '')}\n${everything}`
        : text,
    );
  }
}

function buildBook(root: string, memory: boolean): Promise<BuildResult> {
  return build({
    ...{ root, destination: null, config: { now }, takeOver: false, failOnWarnings: false },
    ...{ threads: 0, progress: null, onInterrupt: () => () => undefined, memory },
    // The files count as old enough for their times to be believed.
    clock: () => Date.now() + 60_000,
  });
}

/** What is published, byte for byte. */
function readSite(root: string): ReadonlyMap<string, string> {
  const site = join(root, 'public');
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths
      .filter((path) => statSync(join(site, path)).isFile())
      .map((path) => [path, readFileSync(join(site, path), 'latin1')]),
  );
}

/** What may come over a memory between two builds. */
const damages: Readonly<Record<string, (memory: string) => void>> = {
  none: () => undefined,
  removed: (memory) => rmSync(memory, { recursive: true }),
  'cut off': (memory) => truncateSync(join(memory, 'table'), 100),
  'without HTML': (memory) => removeMatching(memory, /html$/),
  'without text': (memory) => removeMatching(memory, /text$/),
  'with other bytes': (memory) => {
    for (const name of readdirSync(memory).filter((one) => one !== 'table')) {
      const bytes = readFileSync(join(memory, name));
      if (bytes.length > 0) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255;
      writeFileSync(join(memory, name), bytes);
    }
  },
};

function removeMatching(memory: string, pattern: RegExp): void {
  for (const name of readdirSync(memory)) if (pattern.test(name)) rmSync(join(memory, name));
}

interface Step {
  readonly edit: Edit;
  readonly damage: string;
  /** Part of what is published is gone, too. */
  readonly loses: boolean;
}

const anyStep = (edit: fc.Arbitrary<Edit>): fc.Arbitrary<Step> =>
  fc.record({
    edit,
    damage: fc.oneof({ weight: 6, arbitrary: fc.constant('none') }, fc.constantFrom(...Object.keys(damages))),
    loses: fc.boolean(),
  });

async function runScript(steps: readonly Step[], start: Files): Promise<void> {
  let files = start;
  rmSync(warm, { recursive: true, force: true });
  write(warm, files);
  await buildBook(warm, true);
  for (const { edit, damage, loses } of steps) {
    const next = edit.apply(files);
    write(warm, next, files);
    files = next;
    try {
      damages[damage]?.(join(warm, '.octavo/memory'));
      if (loses) rmSync(join(warm, 'public/part-2'), { recursive: true });
    } catch {
      // There was nothing to be spoilt yet.
    }
    await buildBook(warm, true);
  }
  const last = await buildBook(warm, true);
  rmSync(cold, { recursive: true, force: true });
  write(cold, files);
  const fresh = await buildBook(cold, false);
  assert.deepEqual(last.diagnostics, fresh.diagnostics);
  if (fresh.published === null) return;
  const [found, wanted] = [readSite(warm), readSite(cold)];
  assert.deepEqual([...found.keys()], [...wanted.keys()]);
  for (const [path, text] of wanted) assert.equal(found.get(path), text, path);
  assert.ok(wanted.size > 4, 'there was a site to compare');
}

test('after any script of edits a build from memory publishes what one from nothing does, byte for byte', async () => {
  const script = fc.array(anyStep(anyEdit), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(script, (steps) => runScript(steps, startBook())),
    draws(12),
  );
});

test('it does so for a book in several languages', async () => {
  const script = fc.array(anyStep(anyTranslatingEdit), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(script, (steps) => runScript(steps, startTranslations())),
    draws(5),
  );
});

test('what is known is not made again: a body that changed writes its page, and reads no other', async () => {
  rmSync(warm, { recursive: true, force: true });
  const files = startBook();
  write(warm, files);
  await buildBook(warm, true);
  const edited = {
    ...files,
    'content/part-1/chapter-0.md': `${files['content/part-1/chapter-0.md']}\nOnce more.\n`,
  };
  write(warm, edited, files);
  const { published } = await buildBook(warm, true);
  assert.ok((published?.counts.unchanged ?? 0) > 60, `${published?.counts.unchanged} unchanged`);
  const memory = readdirSync(join(warm, '.octavo/memory'));
  const sizes = memory
    .filter((name) => name.endsWith('.html'))
    .map((name) => statSync(join(warm, '.octavo/memory', name)).size);
  assert.equal(sizes.length, 2, 'one piece for all chapters, one for the one that changed');
  assert.ok(Math.min(...sizes) * 10 < Math.max(...sizes));
});

test('after many small builds a memory is put together again', async () => {
  rmSync(warm, { recursive: true, force: true });
  let files = startBook();
  write(warm, files);
  for (let round = 0; round < 8; round += 1) {
    await buildBook(warm, true);
    const path = `content/part-${(round % 3) + 1}/chapter-${round}.md`;
    const next = { ...files, [path]: `${files[path]}\nRound ${round}.\n` };
    write(warm, next, files);
    files = next;
  }
  await buildBook(warm, true);
  rmSync(cold, { recursive: true, force: true });
  write(cold, files);
  await buildBook(cold, false);
  assert.deepEqual(readSite(warm), readSite(cold));
  assert.ok(readdirSync(join(warm, '.octavo/memory')).length <= 13);
});

test('a build without memory leaves none', async () => {
  rmSync(warm, { recursive: true, force: true });
  write(warm, startBook());
  await buildBook(warm, false);
  assert.ok(!readdirSync(join(warm, '.octavo')).includes('memory'));
});
