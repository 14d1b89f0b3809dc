import { isDeepStrictEqual } from 'node:util';
import { createRenderer, type RenderChapter } from '../markdown/render/create-renderer.js';
import type { Book } from '../model/book.js';
import { haveSame } from './have-same.js';
import { keyOfShortcodes, keyOfTargets } from './memory/keys.js';
import type { OpenSite } from './open-site.js';
import { renderContext, shortcodeSetting } from './render-context.js';

/** What the rendering of all chapters of a site shares, made when it is first asked for: for a process that opens a book again and again. */
export interface RenderBasis {
  /** The site that it was made for, or one that it serves as well. */
  readonly site: OpenSite;
  readonly renderer: () => Promise<RenderChapter>;
  /** As `keyOfTargets` and `keyOfShortcodes`. */
  readonly targets: () => string;
  readonly shortcodes: () => string | null;
}

/** The basis from before as long as no link can lead elsewhere and no shortcode say something else. */
export function keepRenderBasis(before: RenderBasis | null, site: OpenSite): RenderBasis {
  if (before !== null && isSameAtSight(before.site, site)) return { ...before, site };
  const context = makeOnce(() => renderContext(site, true));
  return {
    site,
    renderer: makeOnce(() => createRenderer(context())),
    targets: makeOnce(() => keyOfTargets({ ...context().targets, languages: {} })),
    shortcodes: makeOnce(() => keyOfShortcodes(site)),
  };
}

function makeOnce<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Spares the list of all that links can lead to: it is as long as the book. */
function isSameAtSight(site: OpenSite, now: OpenSite): boolean {
  const { config, plugins, sources } = now.inputs;
  const before = site.inputs.sources;
  return (
    haveSameTargets(site, now) &&
    // Templates of a Hugo site may ask for anything that another page's front matter says.
    before.hugo === sources.hugo &&
    (sources.hugo === null || site.opened.book === now.opened.book) &&
    site.inputs.config.basePath === config.basePath &&
    site.inputs.config.language === config.language &&
    site.inputs.config.search === config.search &&
    site.inputs.plugins.module === plugins.module &&
    isDeepStrictEqual(site.inputs.config.markdown, config.markdown) &&
    haveSame(before.templates, sources.templates, ({ text }) => text) &&
    isDeepStrictEqual(shortcodeSetting(site.inputs), shortcodeSetting(now.inputs)) &&
    haveSame(before.staticFiles, sources.staticFiles, ({ path }) => path) &&
    haveSame(before.staticFiles, sources.staticFiles, ({ picture }) => picture) &&
    haveSame(before.resources, sources.resources, ({ picture }) => picture)
  );
}

/** In the languages of the whole family: a link may lead to another one. */
function haveSameTargets(before: OpenSite, now: OpenSite): boolean {
  const [old, books] = [before, now].map(({ opened, family }) => [
    opened.book,
    ...family.map(({ book }) => book),
  ]);
  return (
    old?.length === books?.length &&
    books?.every((book, index) => book === old?.[index] || haveSameAddresses(old?.[index] ?? book, book)) ===
      true
  );
}

/** Whether every link leads where it did: titles, dates and order do not matter, ties between languages do. */
function haveSameAddresses(before: Book, now: Book): boolean {
  const pages = Object.values(now.pages);
  return (
    Object.keys(before.pages).length === pages.length &&
    pages.every(({ key, source, url, head }) => {
      const page = before.pages[key];
      const { translationKey } = head.frontMatter;
      return (
        page?.source === source && page.url === url && page.head.frontMatter.translationKey === translationKey
      );
    }) &&
    haveSame(before.unpublished, now.unpublished, ({ source }) => source) &&
    haveSame(before.redirects, now.redirects, ({ outputPath }) => outputPath) &&
    isDeepStrictEqual(before.resources, now.resources)
  );
}
