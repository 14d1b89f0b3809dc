import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import process from 'node:process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hostileTexts } from './hostile-text.js';

interface Result {
  readonly rendered: boolean;
  readonly codes: readonly string[];
}

/** Texts that must be refused, by code; all others must be rendered. */
const refused: Readonly<Record<string, string>> = {
  'null references': 'markdown/too-complex',
  'zero references': 'markdown/too-complex',
  'surrogate references': 'markdown/too-complex',
  'references beyond Unicode': 'markdown/too-complex',
  'named references': 'markdown/too-complex',
  'references in a heading': 'markdown/too-complex',
  'references in a cell': 'markdown/too-complex',
  'references in a label': 'markdown/too-complex',
  'references behind quotes': 'markdown/too-complex',
  'quote marks': 'markdown/too-deep',
  'quote marks with spaces': 'markdown/too-deep',
  'lists on one line': 'markdown/too-deep',
  'quotes and lists on one line': 'markdown/too-deep',
  'nested lists': 'markdown/too-deep',
  'nested strong': 'markdown/too-complex',
  'nested emphasis': 'markdown/too-complex',
  'emphasis that crosses': 'markdown/too-complex',
  'tildes that cross': 'markdown/too-complex',
  'words with underscores': 'markdown/too-complex',
  'a long item': 'markdown/too-complex',
};

const child = fileURLToPath(new URL('./hostile-child.js', import.meta.url));
/** Far above what any of them takes: a text that needs this long takes more than proportional time. */
const PATIENCE = 60_000;

function renderInChild(name: string): Promise<Result> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [child, name], { timeout: PATIENCE }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout));
      else reject(new Error(`${error.signal ?? error.code}: ${stderr.slice(0, 500)}`));
    });
  });
}

describe('no text ends the process', () => {
  for (const name of Object.keys(hostileTexts)) {
    test(name, async () => {
      const { rendered, codes } = await renderInChild(name);
      const code = refused[name];
      const expected = code === undefined ? [] : [`${code} content/part-1/one.md`];
      const refusals = codes.filter((found) => /^markdown\/(?:too-|failed)/.test(found));
      assert.deepEqual(refusals, expected);
      if (code !== undefined) assert.equal(rendered, false);
    });
  }
});
