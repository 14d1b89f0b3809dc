import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { TextFile } from '../../model/source.js';
import { resolveName } from '../../templates/template-name.js';
import { nearestWord } from '../../text/nearest.js';
import { locateOffset } from '../../text/position.js';

/** The stylesheets of a theme, by name (`style.css`), and where their references lead. */
export interface StylesheetContext {
  readonly sheets: ReadonlyMap<string, TextFile>;
  /** The hashed name of another asset, or undefined if there is none. */
  readonly hashedName: (name: string) => string | undefined;
  readonly names: readonly string[];
  /** Takes what is found. */
  readonly diagnostics: Diagnostic[];
}

const IMPORT = /^[ \t]*@import\s+(?:url\(\s*)?["']?([^"'()\s;]+)["']?\s*(?:\)\s*)?;[ \t]*\n?/gm;
const REFERENCE = /url\(\s*(["']?)([^"'()\s]+)\1\s*\)/g;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;

/**
 * A stylesheet with the local ones that it imports in place of their `@import` lines, and `url(…)` of other assets
 * under their hashed names, relative to the stylesheet's folder. Imports with a media query or a scheme stay.
 * Comments are dropped. Reports `template/import-cycle` and `template/missing-asset` at the line.
 */
export function inlineStylesheet(name: string, context: StylesheetContext): string {
  const depth = name.split('/').length - 1;
  return expand(name, { ...context, toRoot: '../'.repeat(depth) }, []);
}

interface Expansion extends StylesheetContext {
  /** From the folder of the stylesheet that is published to `assets/`. */
  readonly toRoot: string;
}

function expand(name: string, expansion: Expansion, importers: readonly string[]): string {
  const sheet = expansion.sheets.get(name);
  if (sheet === undefined) return '';
  // Blanks of the same length and lines keep every offset as it is in the file.
  const text = sheet.text.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  const chain = [...importers, name];
  const placeAt = (offset: number): SourceSpan => ({ file: sheet.file, ...locateOffset(text, offset) });
  const withUrls = (css: string, start: number) =>
    css.replace(REFERENCE, (all: string, _quote: string, target: string, offset: number) => {
      const hashed = rewrite(name, target, expansion, placeAt(start + offset));
      return hashed === null ? all : `url("${hashed}")`;
    });

  let result = '';
  let done = 0;
  for (const match of text.matchAll(IMPORT)) {
    const [line, target = ''] = match;
    if (!isLocal(target)) continue;
    const place = placeAt(match.index + line.indexOf('@'));
    result +=
      withUrls(text.slice(done, match.index), done) + importSheet(name, target, expansion, chain, place);
    done = match.index + line.length;
  }
  return tidy(result + withUrls(text.slice(done), done));
}

function importSheet(
  from: string,
  target: string,
  expansion: Expansion,
  chain: readonly string[],
  place: SourceSpan,
): string {
  const imported = resolveReference(from, target);
  if (imported === null || !expansion.sheets.has(imported)) {
    expansion.diagnostics.push(reportMissing(target, expansion, place));
    return '';
  }
  if (chain.includes(imported)) {
    const circle = [...chain.slice(chain.indexOf(imported)), imported];
    expansion.diagnostics.push(diagnose('template/import-cycle', { chain: circle }, place));
    return '';
  }
  return expand(imported, expansion, chain);
}

/** The published address of what `url(…)` names, or null when it is not ours. */
function rewrite(from: string, target: string, expansion: Expansion, place: SourceSpan): string | null {
  if (!isLocal(target)) return null;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)/s.exec(target) ?? [];
  const name = resolveReference(from, path);
  const hashed = name === null ? undefined : expansion.hashedName(name);
  if (hashed !== undefined) return expansion.toRoot + hashed + rest;
  expansion.diagnostics.push(reportMissing(target, expansion, place));
  return null;
}

function reportMissing(name: string, { names }: Expansion, place: SourceSpan): Diagnostic {
  return diagnose('template/missing-asset', { name, nearest: nearestWord(name, names) }, place);
}

function isLocal(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(target);
}

/** In CSS, unlike in templates, every name is relative to the file. */
function resolveReference(from: string, target: string): string | null {
  return resolveName(from, target.startsWith('.') ? target : `./${target}`);
}

function tidy(css: string): string {
  return css
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trimStart();
}
