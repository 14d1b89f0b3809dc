import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { repository } from '../repository.js';

/** What stays of a site's layouts: templates that make part of a chapter's text, and what they call. */
const kept = ['shortcodes', '_shortcodes', 'partials', '_partials', '_markup'];
/** What is no part of a site's source. */
const left = new Set(['.git', 'node_modules', 'public', 'resources', '.octavo']);

/**
 * Copies a Hugo site to an empty folder, for Hugo and for Octavo alike:
 *
 * 1. its layouts, and those of its themes, keep their shortcodes, render hooks and partials; pages get a minimal one;
 * 2. its configuration becomes one `hugo.json` without what would be fetched: modules, and themes that are not there.
 *
 * Octavo reads the same folder, and thus the same configuration. `octavo` is the `cli.js`.
 */
export function prepareSite(site: string, folder: string, octavo: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true, filter: (path) => path === site || !isLeftOut(path) });
  const themes = join(folder, 'themes');
  const names = existsSync(themes) ? readdirSync(themes) : [];
  for (const root of [folder, ...names.map((name) => join(themes, name))])
    stripLayouts(join(root, 'layouts'));
  writeLayouts(join(folder, 'layouts'));
  writeConfig(folder, octavo, names);
}

/** Formats for which Hugo calls programs of their own are left out with what is no source. */
function isLeftOut(path: string): boolean {
  return left.has(basename(path)) || /\.(?:adoc|asciidoc|rst|pandoc)$/.test(path);
}

function stripLayouts(layouts: string): void {
  if (!existsSync(layouts)) return;
  const markup = join(layouts, '_default', '_markup');
  if (existsSync(markup)) cpSync(markup, join(layouts, '_markup'), { recursive: true });
  for (const name of readdirSync(layouts))
    if (!kept.includes(name)) rmSync(join(layouts, name), { recursive: true });
}

function writeLayouts(layouts: string): void {
  const own = join(repository, 'bench', 'sites', 'layouts');
  mkdirSync(join(layouts, '_partials'), { recursive: true });
  for (const name of ['all.html', 'home.html']) cpSync(join(own, name), join(layouts, name));
  cpSync(join(own, 'octavo-order.html'), join(layouts, '_partials', 'octavo-order.html'));
}

function writeConfig(folder: string, octavo: string, themes: readonly string[]): void {
  const printed = spawnSync(process.execPath, [octavo, 'config', '-s', folder, '--format', 'json'], {
    encoding: 'utf8',
  });
  const config = lowerKeys(JSON.parse(printed.stdout));
  for (const name of ['hugo', 'config'])
    for (const ending of ['toml', 'yaml', 'yml', 'json'])
      rmSync(join(folder, `${name}.${ending}`), { force: true });
  rmSync(join(folder, 'config'), { recursive: true, force: true });
  const named = [config['theme'] ?? []].flat().filter((name) => themes.includes(String(name)));
  // A theme that a module would bring lies there by hand.
  const theme = named.length > 0 ? named : themes;
  const { mounts } = (config['module'] ?? {}) as { mounts?: unknown };
  const { enablegitinfo: _, outputs: __, minify: ___, security: ____, theme: _____, ...rest } = config;
  const module = mounts === undefined ? {} : { mounts };
  const themed = theme.length === 0 ? {} : { theme };
  // Hugo prints the numbers of lines as text.
  const markup = lowerKeys(asGroup(rest['markup']));
  const highlight = { ...lowerKeys(asGroup(markup['highlight'])), linenos: false };
  // Chapters in HTML are allowed, so that those in Markdown beside them are built.
  const security = { allowContent: ['.*'], funcs: { getenv: ['.*'] } };
  const settings = {
    ...rest,
    markup: { ...markup, highlight },
    ...{ themesdir: 'themes', module, security },
    ...themed,
  };
  writeFileSync(join(folder, 'hugo.json'), JSON.stringify(settings, null, 2));
}

function asGroup(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function lowerKeys(group: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(group).map(([key, value]) => [key.toLowerCase(), value]));
}
