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
/** Far above what all of them take: one that takes more than proportional time does not come to its end. */
const PATIENCE = 120_000;

/** What came of each text, by name, and how the process ended that rendered them one after the other. */
async function renderInChild(): Promise<{ ending: string; results: ReadonlyMap<string, Result> }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [child], { timeout: PATIENCE }, (error, stdout, stderr) => {
      const lines = stdout.split('\n').slice(0, -1);
      const results: readonly (Result & { readonly name: string })[] = lines.map((line) => JSON.parse(line));
      const ending = error === null ? '' : `${error.signal ?? error.code}: ${stderr.slice(0, 500)}`;
      resolve({ ending, results: new Map(results.map((result) => [result.name, result])) });
    });
  });
}

describe('no text ends the process', async () => {
  const { ending, results } = await renderInChild();
  for (const name of Object.keys(hostileTexts)) {
    test(name, () => {
      const result = results.get(name);
      assert.ok(result, `the process ended at this text or before it: ${ending}`);
      const code = refused[name];
      const expected = code === undefined ? [] : [`${code} content/part-1/one.md`];
      const refusals = result.codes.filter((found) => /^markdown\/(?:too-|failed)/.test(found));
      assert.deepEqual(refusals, expected);
      if (code !== undefined) assert.equal(result.rendered, false);
    });
  }
});
