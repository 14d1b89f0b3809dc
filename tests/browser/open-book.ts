import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from '../../src/build.js';
import type { ConfigRequest } from '../../src/config/load-config.js';
import { repository } from '../house/source-files.js';
import { launchChromium } from './launch-chromium.js';
import { serveFolder } from './serve-folder.js';

/** The small book that shows every element. */
export const gallery = join(repository, 'tests/books/gallery');

let opened: Promise<OpenedBook> | undefined;
const pages: Page[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});

/** The gallery below `/gallery/`, published and served once for all tests of a process: they only read it. */
export function openGallery(): Promise<OpenedBook> {
  opened ??= openBook(gallery, '/gallery/');
  return opened;
}

/** A published book in a real browser. */
export interface OpenedBook {
  /** The published folder. */
  readonly folder: string;
  /** Where the book's front page is, with a slash at the end. */
  readonly home: string;
  readonly browser: Browser;
  /**
   * A page of a browser that has never been here; it is closed after the test. Whatever it writes to its console fails
   * the test file.
   */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Publishes the book at `root` and serves it below `basePath`. Everything is closed after the test file. */
export async function openBook(
  root: string,
  basePath = '/',
  config: Partial<ConfigRequest> = {},
): Promise<OpenedBook> {
  const parent = mkdtempSync(join(tmpdir(), 'octavo-browser-'));
  const folder = join(parent, 'public');
  await publish(root, folder, { baseUrl: basePath, now: Date.UTC(2026, 5, 1), ...config });
  const server = await serveFolder(folder, basePath);
  const browser = await launchChromium();
  const complaints: string[] = [];
  after(() => {
    server.close();
    rmSync(parent, { recursive: true, force: true });
    assert.deepEqual(complaints, []);
  });
  return {
    folder,
    home: server.origin + basePath,
    browser,
    newPage: async (options) => {
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      pages.push(page);
      return watchPage(page, complaints);
    },
  };
}

function watchPage(page: Page, complaints: string[]): Page {
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
  });
  return page;
}

/** Publishes a book, which must be free of faults, into a folder. */
export async function publish(root: string, destination: string, config: ConfigRequest): Promise<void> {
  const { published, diagnostics } = await build({
    root,
    destination,
    config,
    takeOver: true,
    failOnWarnings: true,
    threads: 0,
    progress: null,
    onInterrupt: () => () => undefined,
    clock: Date.now,
    memory: false,
  });
  assert.deepEqual(diagnostics, []);
  assert.ok(published);
}
