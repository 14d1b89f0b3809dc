import { createHash } from 'node:crypto';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { SafeHtml } from '../../model/safe-html.js';
import type { TextFile } from '../../model/source.js';
import { markSafe } from '../../templates/engine.js';
import { failTemplate } from '../../templates/template-failure.js';
import { nearestWord } from '../../text/nearest.js';

/** The scripts that stand in pages themselves: the files below `templates/inline/`. */
export interface InlineScripts {
  /** A script's text by its name below `inline/`. Ends the template with `template/missing-asset`. */
  readonly find: (name: string) => SafeHtml;
  /** `sha256-…`, by which a content security policy names each of them. */
  readonly hashes: readonly string[];
}

const FOLDER = 'inline/';

export function createInlineScripts(templates: readonly TextFile[]): InlineScripts {
  const texts = templates
    .filter(({ path }) => path.startsWith(FOLDER))
    .map(({ path, text }) => [path.slice(FOLDER.length), text.trim()] as const);
  const scripts = new Map(texts.map(([name, text]) => [name, markSafe(text)]));
  return {
    find: (name) => scripts.get(name) ?? failMissing(name, [...scripts.keys()]),
    hashes: texts.map(([, text]) => hashInline(text)),
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
