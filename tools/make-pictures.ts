import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from '../src/build.js';
import { findChromium } from '../tests/browser/find-chromium.js';
import { serveFolder } from '../tests/browser/serve-folder.js';

/** A picture of the README and of the manual. */
interface Picture {
  readonly name: string;
  /** Of the book: the folder below its root, with a slash at the end. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly isDark?: true;
  /** What is done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'chapter', path: 'chapters/7b-at-the-case/', width: 880, height: 520 },
  { name: 'phone-dark', path: 'chapters/7b-at-the-case/', width: 360, height: 600, isDark: true },
  { name: 'search', path: 'chapters/7b-at-the-case/', width: 760, height: 400, act: search },
];

/** Bytes; the README and the manual are read over slow lines as well. */
const largest = 60 * 1024;

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const repository = fileURLToPath(new URL('../..', import.meta.url));
const target = join(repository, 'content/start/first-look');
// The manual is published only if every picture in it is there: a new one is a dot until it is taken.
mkdirSync(target, { recursive: true });
for (const { name } of pictures) {
  if (!existsSync(fileOf(name))) writeFileSync(fileOf(name), Buffer.from(dot, 'base64'));
}
const work = mkdtempSync(join(tmpdir(), 'octavo-pictures-'));
const published = await build({
  root: repository,
  destination: join(work, 'public'),
  config: { now: Date.UTC(2026, 0, 1), baseUrl: '/' },
  takeOver: true,
  failOnWarnings: false,
  threads: 0,
  clock: Date.now,
  memory: false,
  progress: null,
  onInterrupt: () => () => undefined,
});
if (published.published === null) throw new Error('The manual cannot be published.');
const server = await serveFolder(join(work, 'public'), '/');
const browser = await chromium.launch({
  executablePath: await findChromium(),
  // Letters in shades of one colour make a picture half as large.
  args: ['--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
for (const picture of pictures) await take(picture);
await browser.close();
server.close();
rmSync(work, { recursive: true, force: true });

function fileOf(name: string): string {
  return join(target, `${name}.png`);
}

async function take({ name, path, width, height, isDark, act }: Picture): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${server.origin}/${path}`);
  await act?.(page);
  const file = fileOf(name);
  await page.screenshot({ path: file });
  await page.close();
  const { size } = statSync(file);
  process.stdout.write(`${name}.png ${size} bytes\n`);
  if (size > largest) throw new Error(`${name}.png is larger than ${largest} bytes.`);
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type('composit');
  await page.locator('.search-results a').first().waitFor();
}
