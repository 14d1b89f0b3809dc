import { isTaxonomyPath, logicalPath } from '../content/logical-path.js';
import type { PlainValue } from '../formats/plain.js';
import type { PageKind } from '../model/book.js';
import type { BundleKind } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import { type CascadeRule, mergeCascade, openCascades, readCascade } from './cascade.js';
import type { CascadePage, Surroundings } from './cascade-page.js';
import type { PlacedFields } from './cast-head.js';
import type { OpenedChapter } from './open-chapter.js';
import type { HeadReading } from './read-head.js';

/** What cascades depend on beside the chapters. */
export interface CascadeContext extends Surroundings {
  /** Keys that name terms: where an `_index.md` describes a taxonomy or a term. */
  readonly taxonomies: readonly string[];
  /** The `cascade` of the configuration; null for none. */
  readonly cascade: Config['cascade'];
}

/**
 * The fields of a page with what cascades to it, and their places; `from` is the logical path of the page at which what cascades is
 * looked up, the page itself unless given.
 */
export type Inherit = (own: PlacedFields, page: CascadePage, from?: string) => PlacedFields;

/** Gathers the cascades of all chapters and of the configuration; null when there are none, as in most books. */
export function openInheritance(
  opened: readonly OpenedChapter[],
  context: CascadeContext,
  { zone, diagnostics }: HeadReading,
): Inherit | null {
  const declared = new Map<string, readonly CascadeRule[]>();
  for (const chapter of opened) {
    const field = chapter.head.fields?.find(({ key }) => key === 'cascade');
    if (field === undefined) continue;
    const { path } = describeTargetPage(chapter, context);
    declared.set(path, [...(declared.get(path) ?? []), ...readCascade(field, context)]);
  }
  if (declared.size === 0 && context.cascade === null) return null;
  const findRules = openCascades(declared, readSite(context, { zone, diagnostics }));
  return (own, page, from = page.path) => {
    const fields = mergeCascade(own.fields, page, findRules(from));
    const cascaded = Object.fromEntries(fields.map(({ key, place }) => [key, place]));
    return { fields, places: { ...cascaded, ...own.places } };
  };
}

/** The rules of the configuration. */
function readSite(context: CascadeContext, reading: HeadReading): readonly CascadeRule[] {
  if (context.cascade === null) return [];
  const { place } = context.cascade;
  // A value of the configuration, which is plain; the model does not know that type.
  const value = context.cascade.value as PlainValue;
  const source = { text: '', line: 1, column: 1 };
  return readCascade({ key: 'cascade', value, place, source, ...reading }, context);
}

/** A chapter as targets see it. */
export function describeTargetPage(
  chapter: OpenedChapter,
  { language, taxonomies }: Pick<CascadeContext, 'language' | 'taxonomies'>,
): CascadePage {
  const path = `/${logicalPath(chapter, language)}`;
  return { path, kind: findKind(path, chapter.bundle, taxonomies) };
}

function findKind(path: string, bundle: BundleKind, taxonomies: readonly string[]): PageKind {
  if (path === '/') return 'home';
  if (bundle !== 'branch') return 'page';
  if (!isTaxonomyPath(path.slice(1), taxonomies)) return 'section';
  return path.lastIndexOf('/') === 0 ? 'taxonomy' : 'term';
}
