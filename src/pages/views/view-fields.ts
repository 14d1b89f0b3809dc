import { readAuthors } from '../../content/authors.js';
import type { PageView } from '../../model/page-view.js';
import type { Accents } from '../theme/accent.js';
import { copyWithoutPrototype } from './copy-without-prototype.js';
import { findEditAddress } from './find-edit-address.js';
import { createPagePictures } from './find-page-picture.js';
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
    ...nameFields(context),
    ...textFields(context),
    ...placeFields(context, find),
    ...entryFields(context, viewOf),
    ...languageFields(context),
    ...frontMatterFields(context),
    params: ({ page }) => copyWithoutPrototype(page.head.params),
    authors: ({ page }) => readAuthors(page.head.params),
    keywords: ({ page }) => page.head.frontMatter.keywords,
    resources: ({ page }) => resourcesOf(page.key),
    accent: ({ page }) => accents.find(page)?.accent ?? null,
    accentStyle: ({ page }) => accents.find(page)?.style ?? null,
  };
}

function frontMatterFields(context: SiteContext): FieldsOf<'image' | 'card' | 'icon' | 'film' | 'editUrl'> {
  const pictures = createPagePictures(context);
  const { params } = context.config;
  return {
    image: ({ page }) => pictures.image(page),
    card: ({ page }) => pictures.image(page) ?? pictures.icon(page) ?? pictures.site(),
    icon: ({ page }) => pictures.icon(page),
    film: ({ page }) => filmAddress(page.head.params['youtube']),
    editUrl: ({ page: { file, source } }) =>
      file === null || source === null ? '' : (findEditAddress(params, file, source) ?? ''),
  };
}

/** `youtube: ID`. */
function filmAddress(id: unknown): string {
  return typeof id === 'string' && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : '';
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
