import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import { noPlugins, type PluginConfig, type Plugins } from '../model/plugins.js';

/** Names beside `content/`, and their order of preference (design, section 7). */
const names = ['octavo.config.js', 'octavo.config.mjs', 'octavo.config.ts'];

interface PluginFile {
  readonly file: string;
  /** Of the module; another one for another text, so that a preview loads it again. */
  readonly address: string;
}

/**
 * Loads the code of a book's owner. The same objects come back as long as the file has the same text; what it imports
 * itself is loaded once. Reports `config/plugins-failed` and `config/invalid-plugins`; such code counts as absent.
 */
export async function loadPlugins(bookRoot: string): Promise<Outcome<Plugins>> {
  const file = names.find((name) => existsSync(join(bookRoot, name)));
  if (file === undefined) return { value: noPlugins, diagnostics: [] };
  try {
    const address = addressOf(join(bookRoot, file));
    const module: { readonly default?: unknown } = await import(address);
    return judge(module.default, { address, file });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(diagnose('config/plugins-failed', { reason, file }, { file }));
  }
}

function addressOf(path: string): string {
  const version = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
  return `${pathToFileURL(path).href}?v=${version}`;
}

/** What each key must be, in words and as a test. */
const shapes: Readonly<Record<string, readonly [string, (value: unknown) => boolean]>> = {
  default: ['an object, exported by default', isObject],
  remarkPlugins: [
    'a list of plugins, each a function or a list of a function and its options',
    (value) => Array.isArray(value) && value.every(isPlugin),
  ],
  filters: ['an object of functions', (value) => isObject(value) && Object.values(value).every(isFunction)],
};

function judge(config: unknown, { address, file }: PluginFile): Outcome<Plugins> {
  const parts = isObject(config) ? Object.entries(config) : [];
  for (const [key, value] of [['default', config] as const, ...parts]) {
    const [expected, fits] = (Object.hasOwn(shapes, key) ? shapes[key] : null) ?? ['known', () => false];
    if (!fits(value)) return fail(diagnose('config/invalid-plugins', { key, expected }, { file }));
  }
  // Each of its keys was looked at.
  const { filters = noPlugins.filters } = config as PluginConfig;
  return { value: { module: address, filters }, diagnostics: [] };
}

function fail(diagnostic: Diagnostic): Outcome<Plugins> {
  return { value: noPlugins, diagnostics: [diagnostic] };
}

function isPlugin(value: unknown): boolean {
  return isFunction(value) || (Array.isArray(value) && isFunction(value[0]));
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
