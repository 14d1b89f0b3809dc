import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import 'culori/css';
import { wcagContrast } from 'culori/fn';
import { repository } from '../../house/source-files.js';

const read = (name: string) => readFileSync(join(repository, 'templates/assets', name), 'utf8');

/** The variables of a rule of `tokens.css`; where it has several, of all of them. */
function variablesOf(selector: string): ReadonlyMap<string, string> {
  const [, ...rules] = read('tokens.css').split(`${selector} {\n`);
  const body = rules.map((rule) => rule.split('\n}', 1)[0]).join('\n');
  const found = body.matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return new Map(Array.from(found, ([, name = '', value = '']) => [name, value]));
}

// The first of the rules; the others are for readers who want more contrast.
const common = new Map([...variablesOf('\n:root')]);
const papers = ['light', 'sepia', 'dark', 'black'] as const;

/** The colour behind a variable on one of the papers. */
function colourOn(paper: (typeof papers)[number], name: string): string {
  const own = variablesOf(`[data-paper="${paper}"]`).get(name);
  const value = own ?? common.get(name) ?? '';
  const [, light = value, dark = value] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
  return paper === 'light' || paper === 'sepia' ? light : dark;
}

test('every colour of code is readable on every paper, on lines that are set off as well', () => {
  const used = new Set(
    Array.from(read('code.css').matchAll(/color: var\((--[\w-]+)\)/g), ([, name = '']) => name),
  );
  assert.ok(used.size >= 6);
  for (const paper of papers) {
    for (const background of ['--surface', '--line']) {
      for (const name of [...used, '--ink']) {
        const contrast = wcagContrast(colourOn(paper, name), colourOn(paper, background));
        assert.ok(contrast >= 4.5, `${name} on ${background} of ${paper}: ${contrast.toFixed(2)}`);
      }
    }
  }
});
