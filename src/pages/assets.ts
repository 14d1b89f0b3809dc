import { createHash } from 'node:crypto';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { LoadedFile, TextFile } from '../model/source.js';
import { nearestWord } from '../text/nearest.js';
import { addBasePath } from './address.js';
import { inlineStylesheet } from './stylesheet.js';
import { failTemplate } from './template-failure.js';

/** The published assets of the theme. */
export interface AssetTable {
  readonly files: readonly OutputFile[];
  /** Address with base path, by name below `templates/assets/`. Ends the template with `template/missing-asset`. */
  readonly addressOf: (name: string) => string;
}

const FOLDER = 'assets/';
/** Hexadecimal digits of the content's SHA-256 in a published name. */
const HASH_LENGTH = 8;

/**
 * Publishes everything below `templates/assets/` under a name that holds the hash of its content, so that servers
 * may let browsers keep it for ever. Stylesheets come last: their text, and so their hash, holds other names.
 */
export function createAssets(
  templates: readonly TextFile[],
  binaries: readonly LoadedFile[],
  config: Config,
): Outcome<AssetTable> {
  const texts = new Map(templates.filter(isAsset).map((file) => [nameOf(file), file]));
  const sheets = new Map([...texts].filter(([name]) => name.endsWith('.css')));
  const diagnostics: Diagnostic[] = [];
  const published = new Map<string, OutputFile>();
  const publish = (name: string, content: string | Uint8Array) =>
    published.set(name, { path: FOLDER + addHash(name, content), content });

  for (const file of binaries) publish(nameOf(file), file.bytes);
  for (const [name, { text }] of texts) if (!sheets.has(name)) publish(name, text);
  const hashedName = (name: string) => published.get(name)?.path.slice(FOLDER.length);
  const names = [...published.keys(), ...sheets.keys()];
  const others = new Map(published);
  const context = {
    sheets,
    names,
    hashedName: (name: string) => (others.has(name) ? hashedName(name) : undefined),
  };
  for (const name of sheets.keys()) publish(name, inlineStylesheet(name, context, diagnostics));

  const addressOf = (name: string): string => {
    const path = published.get(name)?.path ?? failMissing(name, names);
    return addBasePath(config, `/${path.split('/').map(encodeURIComponent).join('/')}`);
  };
  return { value: { files: [...published.values()], addressOf }, diagnostics: dropRepeated(diagnostics) };
}

function isAsset({ path }: TextFile): boolean {
  return path.startsWith(FOLDER);
}

function nameOf({ path }: { readonly path: string }): string {
  return path.slice(FOLDER.length);
}

/** `fonts/a.woff2` → `fonts/a-3f9a2c1b.woff2` */
function addHash(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
  const [, stem = name, extension = ''] = /^(.*?[^/])(\.[^./]*)?$/.exec(name) ?? [];
  return `${stem}-${hash}${extension}`;
}

function failMissing(name: string, names: readonly string[]): never {
  return failTemplate({
    report: (place, related) =>
      diagnose('template/missing-asset', { name, nearest: nearestWord(name, names) }, place, related),
  });
}

/** A fault in a stylesheet that several import is met once for each. */
function dropRepeated(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, file, line, column } = diagnostic;
    const key = JSON.stringify([code, file, line, column]);
    if (!byKey.has(key)) byKey.set(key, diagnostic);
  }
  return [...byKey.values()];
}
