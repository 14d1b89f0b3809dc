import { passOn, type TemplateEnd } from '../../go-templates/faults.js';
import { isHugoName } from '../../go-templates/functions/refused-names.js';
import type { FunctionTable, ReadyTemplate } from '../../go-templates/library.js';
import { planEscapes } from '../../go-templates/places/plan-escapes.js';
import { type ReadResult, readTemplate } from '../../go-templates/read-template.js';
import type { LayerText } from '../../model/source.js';
import type { LayoutIndex } from './index-layouts.js';

/** The templates of a site, each read when it is first asked for. */
export interface TemplateShelf {
  readonly read: (file: LayerText) => ReadResult;
  /** Null where there is none; a partial that cannot be read ends the template that calls it. */
  readonly findPartial: (name: string) => ReadyTemplate | null;
}

const inlinePartial = /\{\{-?\s*define\s+["`]_?partials\/([^"`]+)["`]/g;

/** A shelf over the files below `layouts/`. */
export function createShelf(
  files: readonly LayerText[],
  index: LayoutIndex,
  functions: FunctionTable,
): TemplateShelf {
  const known = new Map<LayerText, ReadResult>();
  const read = (file: LayerText): ReadResult => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const escapes = /\.(?:html|xml|svg)$/.test(file.path);
    const name = file.path.replace(/^_?(?:shortcodes|partials|default)\//, '');
    const result = readTemplate(
      { name, file: file.file, text: file.text },
      { functions, isRefused: isHugoName, escapes },
    );
    known.set(file, result);
    return result;
  };
  let inline: ReadonlyMap<string, LayerText> | null = null;
  return {
    read,
    findPartial: (name) => {
      const file = index.findPartial(name);
      if (file !== null) return readyOf(read(file));
      inline ??= listInline(files);
      const holder = inline.get(name.toLowerCase()) ?? inline.get(`${name.toLowerCase()}.html`);
      return holder === undefined ? null : takeInline(readyOf(read(holder)), name);
    },
  };
}

function readyOf(result: ReadResult): ReadyTemplate {
  return result.kind === 'ready' ? result.template : passOn(result.end);
}

/** Files that define partials within other templates; of two for one name the first layer's counts. */
function listInline(files: readonly LayerText[]): ReadonlyMap<string, LayerText> {
  const found = new Map<string, LayerText>();
  for (const file of files) {
    for (const [, name = ''] of file.text.matchAll(inlinePartial)) {
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), file);
    }
  }
  return found;
}

function takeInline(holder: ReadyTemplate, name: string): ReadyTemplate {
  const key = [...holder.defined.keys()].find((defined) => {
    const bare = defined.replace(/^_?partials\//, '').toLowerCase();
    return bare === name.toLowerCase() || bare === `${name.toLowerCase()}.html`;
  });
  const nodes = holder.defined.get(key ?? '') ?? [];
  const template = { ...holder, name, nodes };
  return {
    ...template,
    plan: holder.plan && planEscapes(template, (defined) => holder.defined.get(defined)),
  };
}

/** The end of a template that cannot be read; null for one that can. */
export function faultOfReading(result: ReadResult): TemplateEnd | null {
  return result.kind === 'ended' ? result.end : null;
}
