import type { PlainMap } from '../../formats/plain.js';
import { readDataFiles } from '../../formats/read-data-files.js';
import { readTexts } from '../../formats/read-texts.js';
import type { Outcome } from '../../model/diagnostic.js';
import type { TextFile } from '../../model/source.js';
import type { TextTable } from '../../model/texts.js';
import { createTranslate, type Translate } from '../../templates/create-translate.js';
import { createEngine, type Engine, markSafe } from '../../templates/engine.js';
import { createFilters } from '../../templates/filters.js';
import type { SiteContext } from '../views/site-context.js';
import { type Accents, createAccents } from './accent.js';
import { type AssetTable, createAssets } from './assets.js';
import { createInlineScripts, type InlineScripts } from './inline-scripts.js';
import { createPolicy, type FindPolicy } from './policy.js';
import { createLinkRewriter, type RewriteLinks } from './rewrite-links.js';

/** Where the scripts of the theme find their texts: `src/browser/reader/say.ts`. */
const NAME = 'octavoTexts';
/** The texts that are the scripts', and leave it out. */
const GROUP = 'script.';

/**
 * Puts the texts of the group `script` at the beginning of each script asset that asks for them (`octavoTexts`). They
 * cost a page nothing this way: no request, no byte of HTML, no inline script that a policy would have to name.
 */
function addScriptTexts(templates: readonly TextFile[], texts: TextTable): readonly TextFile[] {
  const own = Object.entries(texts).flatMap(([key, text]) =>
    key.startsWith(GROUP) ? [[key.slice(GROUP.length), typeof text === 'string' ? text : text.other]] : [],
  );
  const line = `globalThis.${NAME}=${JSON.stringify(Object.fromEntries(own))};\n`;
  return templates.map((file) =>
    /^assets\/.*\.js$/.test(file.path) && file.text.includes(NAME)
      ? { ...file, text: line + file.text }
      : file,
  );
}

/** What a site's pages are made with that does not depend on the book: any book may use it. */
export interface Theme {
  readonly engine: Engine;
  readonly translate: Translate;
  readonly assets: AssetTable;
  readonly inline: InlineScripts;
  readonly accents: Accents;
  readonly findPolicy: FindPolicy;
  readonly rewriteLinks: RewriteLinks;
  /** What the data files say. */
  readonly data: PlainMap;
}

/**
 * Prepares a theme:
 *
 * 1. the interface's texts are read (`templates/create-translate.ts`);
 * 2. assets get their published names, stylesheets are put together (`assets.ts`);
 * 3. all templates are compiled (`engine.ts`), with our filters (`filters.ts`);
 * 4. data files are read (`formats/read-data-files.ts`).
 *
 * Reports every fault of the templates, assets and data that does not depend on a page; never throws.
 */
export function prepareTheme({
  templates,
  assets: binaries,
  data: dataFiles,
  config,
  filters,
}: Pick<SiteContext, 'templates' | 'assets' | 'data' | 'config' | 'filters'>): Outcome<Theme> {
  const texts = readTexts(templates, config.language);
  const assets = createAssets(addScriptTexts(templates, texts.value), binaries, config);
  const pages = templates.filter(({ path }) => /^(?!assets\/|inline\/).*\.html$|^book\/.*\.svg$/.test(path));
  const engine = createEngine(pages, { ...createFilters(config, markSafe), ...filters });
  const inline = createInlineScripts(templates);
  const data = readDataFiles(dataFiles);
  return {
    value: {
      engine: engine.value,
      translate: createTranslate(texts.value, config.language),
      assets: assets.value,
      inline,
      accents: createAccents(),
      findPolicy: createPolicy(config, inline.hashes),
      rewriteLinks: createLinkRewriter(config),
      data: data.value,
    },
    diagnostics: [...texts.diagnostics, ...assets.diagnostics, ...engine.diagnostics, ...data.diagnostics],
  };
}
