import { readAuthors } from '../../content/authors.js';
import type { PageView } from '../../model/page-view.js';
import type { Accents } from '../theme/accent.js';
import { copyWithoutPrototype } from './copy-without-prototype.js';
import { createPageLanguages } from './languages.js';
import { listPageEntries, showPiece, type ViewOf } from './list-page-entries.js';
import { nameFields } from './name-fields.js';
import { placeFields } from './place-fields.js';
import { createResourceViews } from './resource-views.js';
import type { SiteContext } from './site-context.js';
import { textFields } from './text-fields.js';
import type { FieldsOf, FindView } from './view-state.js';

/** How each field of a view is computed from its page. */
export type ViewFields = FieldsOf<keyof PageView>;

export function createViewFields(
  context: SiteContext,
  accents: Accents,
  find: FindView,
  viewOf: ViewOf,
): ViewFields {
  const resourcesOf = createResourceViews(context);
  return {
    ...nameFields(context.config),
    ...textFields(context),
    ...placeFields(context, find),
    ...entryFields(context, viewOf),
    ...languageFields(context),
    params: ({ page }) => copyWithoutPrototype(page.head.params),
    authors: ({ page }) => readAuthors(page.head.params),
    keywords: ({ page }) => page.head.frontMatter.keywords,
    resources: ({ page }) => resourcesOf(page.key),
    accent: ({ page }) => accents.find(page)?.accent ?? null,
    accentStyle: ({ page }) => accents.find(page)?.style ?? null,
  };
}

function languageFields(context: SiteContext): FieldsOf<'translations' | 'languages' | 'original'> {
  const languages = createPageLanguages(context);
  return {
    languages: ({ page }) => languages.list(page),
    translations: ({ page }) =>
      languages.list(page).filter(({ isCurrent, isTranslated }) => isTranslated && !isCurrent),
    original: ({ page }) => languages.original(page),
  };
}

function entryFields({ book }: SiteContext, viewOf: ViewOf): FieldsOf<'entries' | 'pieces'> {
  const findAll = (keys: readonly string[]) => keys.flatMap((key) => book.pages[key] ?? []);
  return {
    entries: ({ page }) => listPageEntries(findAll(page.children), viewOf),
    pieces: ({ page }) => findAll(page.family?.members ?? []).map((piece) => showPiece(piece, viewOf)),
  };
}
