import { readTexts } from '../formats/read-texts.js';
import type { RenderContext } from '../markdown/render/render-context.js';
import type { TextContext } from '../markdown/threads/render-ahead.js';
import type { LinkTargets, ShortcodeSetting } from '../model/rendered.js';
import { collectLinkTargets } from './collect-link-targets.js';
import { describeHugoSite } from './describe-hugo-site.js';
import type { OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';

/** What the rendering of all chapters of a book follows from, besides the chapters. */
export function renderContext(
  site: OpenSite,
  shortcodes: boolean,
  known: { readonly text?: TextContext; readonly targets?: LinkTargets } = {},
): RenderContext {
  const { inputs } = site;
  return {
    ...(known.text ?? textContext(inputs)),
    targets: known.targets ?? collectLinkTargets(site, shortcodes),
    shortcodes: shortcodes ? shortcodeSetting(inputs) : null,
    hugo: describeHugoSite(site),
  };
}

/** What the rendering of a text follows from that leads nowhere and holds no shortcode. */
export function textContext({ config, plugins, sources }: Inputs): TextContext {
  const pages = sources.templates.filter(({ path }) => path.endsWith('.html') && !isShortcode(path));
  return {
    config: config.markdown,
    basePath: config.basePath,
    summaries: pages.some(({ text }) => namesSummary.test(text)),
    language: config.language,
    search: config.search,
    // What is wrong with them is found where the pages are made.
    texts: readTexts(sources.templates, config.language).value,
    plugins: plugins.module,
  };
}

function isShortcode(path: string): boolean {
  return path.startsWith('shortcodes/') && path.endsWith('.html');
}

/** What shortcodes are rendered with. */
export function shortcodeSetting({ config, sources }: Inputs): ShortcodeSetting {
  const { title, author, description, language, baseUrl, basePath, disabledServices, params, references } =
    config;
  return {
    templates: sources.templates.filter(({ path }) => isShortcode(path)),
    site: { title, author, description, language, baseUrl, basePath, disabledServices, params },
    references,
    unusedTemplates: sources.unusedTemplates,
  };
}

/** The field `summary` in a template, and not the element of HTML. */
const namesSummary = /(?<!<\/?)\bsummary\b/;
