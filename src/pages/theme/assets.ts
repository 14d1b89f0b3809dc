import { createHash } from 'node:crypto';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Config } from '../../model/config.js';
import type { Diagnostic, Outcome } from '../../model/diagnostic.js';
import type { OutputFile } from '../../model/output.js';
import type { LoadedFile, TextFile } from '../../model/source.js';
import { failTemplate } from '../../templates/template-failure.js';
import { nearestWord } from '../../text/nearest.js';
import { addBasePath } from '../../url/site-address.js';
import { inlineStylesheet } from './stylesheet.js';

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
  const others: readonly (readonly [string, string | Uint8Array])[] = [
    ...binaries.map((file) => [nameOf(file), file.bytes] as const),
    ...[...texts].filter(([name]) => !sheets.has(name)).map(([name, { text }]) => [name, text] as const),
  ];
  const hashedNames = new Map(others.map(([name, content]) => [name, addHash(name, content)]));
  const names = [...hashedNames.keys(), ...sheets.keys()];
  const diagnostics: Diagnostic[] = [];
  const context = { sheets, names, hashedName: (name: string) => hashedNames.get(name), diagnostics };
  const styles = [...sheets.keys()].map((name) => [name, inlineStylesheet(name, context)] as const);
  const published = new Map([...others, ...styles].map(([name, content]) => [name, toOutput(name, content)]));

  const addresses = new Map([...published].map(([name, { path }]) => [name, addressTo(config, path)]));
  const addressOf = (name: string) => addresses.get(name) ?? failMissing(name, names);
  return { value: { files: [...published.values()], addressOf }, diagnostics: dropRepeated(diagnostics) };
}

function toOutput(name: string, content: string | Uint8Array): OutputFile {
  return { path: FOLDER + addHash(name, content), content };
}

function addressTo(config: Config, path: string): string {
  return addBasePath(config, `/${path.split('/').map(encodeURIComponent).join('/')}`);
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
