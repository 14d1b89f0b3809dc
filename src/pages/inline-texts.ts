import { createHash } from 'node:crypto';
import { diagnose } from '../diagnostics/catalogue.js';
import type { SafeHtml } from '../model/safe-html.js';
import type { TextFile } from '../model/source.js';
import { markSafe } from '../templates/engine.js';
import { failTemplate } from '../templates/template-failure.js';
import { nearestWord } from '../text/nearest.js';

/** `sha256-…`, by which a content security policy names the scripts and styles that stand in a page. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The scripts and styles that stand in pages themselves: the files below `templates/inline/`. */
export interface InlineTexts {
  /** A file's text by its name below `inline/`. Ends the template with `template/missing-asset`. */
  readonly find: (name: string) => SafeHtml;
  readonly hashes: InlineHashes;
}

const FOLDER = 'inline/';

export function createInlineTexts(templates: readonly TextFile[]): InlineTexts {
  const texts = templates
    .filter(({ path }) => path.startsWith(FOLDER))
    .map(({ path, text }) => [path.slice(FOLDER.length), text.trim()] as const);
  const known = new Map(texts.map(([name, text]) => [name, markSafe(text)]));
  const hashAll = (isStyle: boolean) =>
    texts.filter(([name]) => name.endsWith('.css') === isStyle).map(([, text]) => hashInline(text));
  return {
    find: (name) => known.get(name) ?? failMissing(name, [...known.keys()]),
    hashes: { scripts: hashAll(false), styles: hashAll(true) },
  };
}

/** How a content security policy names a text that stands in the page: `sha256-…`, Base64. */
export function hashInline(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function failMissing(name: string, names: readonly string[]): never {
  return failTemplate({
    report: (place, related) =>
      diagnose('template/missing-asset', { name, nearest: nearestWord(name, names) }, place, related),
  });
}
