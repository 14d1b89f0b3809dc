import { diagnose } from '../diagnostics/catalogue.js';
import type { Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import { nearestWord } from '../text/nearest.js';

/**
 * The template of a page. The first that exists of: the front matter's `layout`, in the folder of the page's type
 * and at the top; the page's kind, in the folder of its type and at the top. The type is the front matter's `type`,
 * else the section (content rule 2). Reports `template/missing-layout` at the key, and goes on with the kind's.
 */
export function findTemplate(page: Page, names: ReadonlySet<string>): Outcome<string> {
  const { frontMatter, places } = page.head;
  const { layout, type = page.section } = frontMatter;
  const byKind = candidates(type, page.kind).find((name) => names.has(name)) ?? `${page.kind}.html`;
  if (layout === undefined) return { value: byKind, diagnostics: [] };
  const tried = candidates(type, layout);
  const named = tried.find((name) => names.has(name));
  if (named !== undefined && isTopLevel(layout)) return { value: named, diagnostics: [] };
  const layouts = [...names].filter((name) => /^[^/]+\.html$/.test(name)).map((name) => name.slice(0, -5));
  const details = { layout, tried, nearest: nearestWord(layout, layouts) };
  return { value: byKind, diagnostics: [diagnose('template/missing-layout', details, places['layout'])] };
}

function candidates(type: string, name: string): readonly string[] {
  return type === '' ? [`${name}.html`] : [`${type}/${name}.html`, `${name}.html`];
}

/** A chapter may choose among layouts, not among partials and shortcodes. */
function isTopLevel(layout: string): boolean {
  return !layout.includes('/');
}
