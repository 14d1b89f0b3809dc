import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type TestContext, test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, makeFolder, program } from '../program/run-octavo.js';

const part = (title: string, weight: number) => `---\ntitle: ${title}\nweight: ${weight}\n---\n`;
const lettered = (letter: string, weight: number) =>
  `---\nheading: Chapter 14${letter}\ntitle: The Long Chapter\nweight: ${weight}\ndate: 2025-10-13\n---\n\nText ${letter}.\n`;

/** The book that each page of the manual's part about authoring speaks of. */
const books: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a-day.md': {
    'content/part-1/_index.md': part('One', 10),
    'content/part-2/_index.md': part('Two', 20),
    'content/part-3/_index.md': part('Three', 30),
    'content/part-1/chapter-14a.md': lettered('a', 1),
    'content/part-1/chapter-14b.md': lettered('b', 2),
    'content/part-1/chapter-14c.md': lettered('c', 3),
    'content/part-1/ink.md': `${part('Ink', 10)}\nAfter [paper](../part-2/paper.md).\n`,
    'content/part-2/paper.md': `${part('Paper', 10)}\nBefore [ink](../part-1/ink.md).\n`,
    'content/part-3/pages.md': `${part('Pages', 10)}\nHe called it "the pull.” It went from hand-\nto-hand.\n`,
  },
  'new.md': {
    'content/book/chapter-14e.md': lettered('e', 327),
    'content/book/chapter-14f.md': lettered('f', 328),
  },
  'tidy.md': {
    'content/part-1/14f.md':
      '---\nheading: Chapter 14f\ntitle: The Long Pull\nweight: 30\n---\n\nHe called it "the long pull.” It was a\nword of his own, and it went from hand-\nto-hand as the "green” card did.\n\nNobody had ever seen the press stand\nstill. Hand-to-hand it went.\n',
  },
  'why.md': {
    'content/part-1/_index.md': '---\ntitle: Part One\nweight: 10\ncascade:\n  c: teal\n---\n',
    'content/part-1/a.md': part('A', 10),
    'content/part-1/b.md':
      '---\nheading: Chapter 2\ntitle: B\nweight: 20\ndate: 2025-03-04\nslug: bee\ndraft: true\nlayout: wide\n---\n',
    'content/part-1/c.md': part('C', 30),
    'templates/wide.html': '{{ page.title }}',
  },
};

/** A fence of the manual: commands, or what the last of them shows. */
interface Fence {
  readonly language: string;
  readonly text: string;
}

function readFences(page: string): readonly Fence[] {
  const text = readFileSync(join(repository, 'content/authoring', page), 'utf8');
  const found = text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', inner = '']) => ({ language, text: inner }));
}

/** A folder for `PATH` in which `octavo` is the program. */
function makePath(context: TestContext): string {
  const folder = makeFolder(context);
  const command = join(folder, 'octavo');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(command, 0o755);
  return `${folder}:${process.env['PATH']}`;
}

for (const [page, files] of Object.entries(books)) {
  test(`authoring/${page}: the commands work, and show what the page says`, (context) => {
    const cwd = makeBook(context, files);
    const env = { ...process.env, PATH: makePath(context), EDITOR: 'true', VISUAL: '' };
    const fences = readFences(page);
    const shown = fences.filter(({ language }) => language === 'text');
    assert.ok(shown.length > 0, 'the page shows something');
    fences.forEach(({ language, text }, index) => {
      const expected = fences[index + 1];
      if (language !== 'sh' || (page !== 'a-day.md' && expected?.language !== 'text')) return;
      const run = spawnSync('sh', ['-c', text], { cwd, env, encoding: 'utf8' });
      assert.ok(run.status === 0 || run.status === 1, `${text}${run.stderr}`);
      if (expected?.language === 'text') assert.equal(run.stdout, expected.text, text);
    });
  });
}
