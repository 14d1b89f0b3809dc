import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findBrowser } from '../../src/browser-press/find-browser.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-browsers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function place(path: string): string {
  const program = join(folder, path);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '', { mode: 0o755 });
  return program;
}

const find = (variables: Readonly<Record<string, string>>, platform = 'linux') =>
  findBrowser({ variables, platform, home: join(folder, 'home') });

test('a variable comes before the PATH, in which names have an order, and that before what Playwright has', () => {
  const [own, chrome, chromium] = [place('own'), place('b/google-chrome'), place('a/chromium')];
  place('home/.cache/ms-playwright/chromium-99/chrome-linux/chrome');
  const newest = place('home/.cache/ms-playwright/chromium-1208/chrome-linux64/chrome');
  const PATH = `${dirname(chrome)}:${dirname(chromium)}`;
  assert.equal(find({ PATH, CHROME_PATH: chrome, OCTAVO_BROWSER: own }).value, own);
  assert.equal(find({ PATH, CHROME_PATH: own }).value, own);
  assert.equal(find({ PATH }).value, chromium);
  assert.equal(find({ PATH: dirname(chrome) }).value, chrome);
  assert.equal(find({ PATH: '' }).value, newest);
});

test('a variable that leads nowhere is an error, whatever else there is', () => {
  const PATH = dirname(place('a/chromium'));
  const { value, diagnostics } = find({ PATH, OCTAVO_BROWSER: join(folder, 'nowhere') });
  assert.equal(value, null);
  assert.deepEqual(
    diagnostics.map(({ code, message }) => [code, message]),
    [['pdf/no-browser', `OCTAVO_BROWSER names ${join(folder, 'nowhere')}, and there is no program there.`]],
  );
});

test('without any, what was tried and how to get one is said', () => {
  const empty = { variables: { PATH: folder }, platform: 'darwin', home: join(folder, 'none') };
  const [found] = findBrowser(empty).diagnostics;
  assert.match(found?.message ?? '', /chromium on the PATH.*\/Applications\/Chromium\.app.*Playwright/);
  assert.match(found?.hint ?? '', /apt install chromium.*brew.*OCTAVO_BROWSER/);
});
