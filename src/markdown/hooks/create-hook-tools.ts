import { diagnose } from '../../diagnostics/catalogue.js';
import type { ChapterTools } from '../../hugo-templates/desk.js';
import type { HugoSettings } from '../../model/hugo-site.js';
import type { MarkdownConfig } from '../../model/markdown-config.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { resolveCodeOptions } from '../highlight/code-options.js';
import { createHighlighter } from '../highlight/highlight-code.js';
import { findGrammar } from '../highlight/languages.js';
import { readOptionList } from '../highlight/read-code-options.js';
import type { TargetIndex } from '../links/index-targets.js';
import { createRefResolver } from '../links/resolve-ref.js';
import type { CompileFragment } from '../shortcodes/chapter-run.js';
import type { HookSurroundings } from './hook-renderer.js';

/** What the tools of hooks are made of. */
export interface HookToolParts {
  readonly index: TargetIndex;
  readonly settings: HugoSettings;
  readonly config: MarkdownConfig;
  readonly compile: CompileFragment;
  readonly clean: (html: string) => string;
}

/** Makes what a render hook can ask of its chapter. */
export function createHookTools(parts: HookToolParts): HookSurroundings['toolsFor'] {
  const { index, settings, config, compile, clean } = parts;
  const resolve = createRefResolver(index);
  const highlight = createHighlighter();
  return (state): ChapterTools => ({
    clean,
    compile: (markdown) => {
      const fragment = { source: markdown, place: () => undefined, htmlOf: () => '' };
      const made = compile(fragment, state.job);
      for (const finding of made.diagnostics) state.diagnostics.push(finding);
      for (const link of made.fragmentLinks) state.fragmentLinks.push(link);
      return made.html;
    },
    highlight: (code, language, options) => {
      const isKnown = findGrammar(language) !== null;
      const wanted = resolveCodeOptions(language, readOptionList(options), config.highlight, 0);
      return highlight(code.replace(/\n?$/, '\n'), { ...wanted, coloured: wanted.coloured && isKnown });
    },
    findPage: (path) => {
      const found = resolve(path, state.job.path);
      return found.kind === 'page' ? found.page.url : null;
    },
    refer: (path, _language, isWhole) => {
      const [, bare = '', rest = ''] = /^([^#?]*)(.*)/s.exec(path) ?? [];
      const found = resolve(bare, state.job.path);
      if (found.kind !== 'page') {
        const place = { file: state.job.file };
        state.diagnostics.push(diagnose('link/reference-not-found', { written: path, nearest: null }, place));
        return '';
      }
      return (isWhole ? makeAbsolute : addBasePath)(settings, found.page.url) + rest;
    },
  });
}
