import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What Hugo made of a site. */
export interface HugoBuild {
  /** Why there are no pages; null where there are. */
  readonly failure: string | null;
  /** Templates that stand in for missing or outdated ones, by name. */
  readonly stubs: readonly string[];
}

/** Old sites call shortcodes of themes that are gone, and functions that Hugo has no more. */
const mostStubs = 40;
const missing = /template for shortcode "([^"]+)" not found/;
const outdated =
  /(?:parse of template failed|execute of template failed)[^"]*?template: (?:_?shortcodes\/)([\w./-]+?)(?:\.html)?:/;
/** It was all made, and something was told. */
const told = /logged \d+ error/;

/**
 * Builds a site with Hugo until it has pages: a shortcode without a template that Hugo can read gets one that prints its
 * text. `flags` name the folders.
 */
export function buildHugo(hugo: string, flags: readonly string[], folder: string): HugoBuild {
  const stubs: string[] = [];
  for (;;) {
    const { status, stdout, stderr } = spawnSync(hugo, flags, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const log = stdout + stderr;
    if (status === 0 || told.test(log)) return { failure: null, stubs };
    const name = missing.exec(log)?.[1] ?? outdated.exec(log)?.[1];
    if (name === undefined || stubs.includes(name) || stubs.length === mostStubs)
      return { failure: /ERROR.*/.exec(log)?.[0] ?? 'it failed', stubs };
    stubs.push(name);
    writeStub(folder, name);
  }
}

function writeStub(folder: string, name: string): void {
  for (const shelf of ['shortcodes', '_shortcodes']) {
    const path = join(folder, 'layouts', shelf, `${name}.html`);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
  }
  writeFileSync(
    join(folder, 'layouts', '_shortcodes', `${name}.html`),
    '{{ with .Inner }}{{ . }}{{ end }}\n',
  );
}
