import type { Config, LanguagePlace } from '../model/config.js';
import { findDirection } from '../text/find-direction.js';
import { findLocale } from '../text/find-locale.js';
import { readLanguageTag } from './language-tag.js';
import type { LanguageSettings, Languages } from './languages.js';

/** The place of the only language of a book. */
export function placeAlone(
  language: string,
  key = 'en',
  keys: readonly string[] = [],
): Pick<Config, 'place' | 'others'> {
  const direction = findDirection(language);
  const place: LanguagePlace = {
    key,
    label: nameLanguage(language),
    direction,
    collation: language,
    folder: '',
    main: key,
    keys,
    rank: 0,
  };
  return { place, others: [] };
}

/** What a site's place depends on beside its language. */
interface Ranking {
  readonly rank: number;
  readonly main: string;
  readonly keys: readonly string[];
  readonly isMainInFolder: boolean;
}

/**
 * Gives the site of a language its place (content rule 18): below a folder named by its key, except that of the main
 * language unless `defaultContentLanguageInSubdir` wants it there. Titles are sorted by the key's rules, as in Hugo.
 */
export function placeSite(
  config: Config,
  own: LanguageSettings,
  { rank, main, keys, isMainInFolder }: Ranking,
): Config {
  const language = own.locale ?? readLanguageTag(own.key) ?? 'en';
  const place: LanguagePlace = {
    key: own.key,
    label: own.label || nameLanguage(language),
    direction: own.direction ?? findDirection(language),
    collation: readLanguageTag(own.key) ?? language,
    folder: own.key === main && !isMainInFolder ? '' : `${own.key}/`,
    main,
    keys,
    rank,
  };
  return { ...config, language, place };
}

/** The settings of a book in one language, for which there may be none. */
export interface SingleSite {
  readonly config: Config;
  /** Its pages lie in a folder all the same (`defaultContentLanguageInSubdir`). */
  readonly isInFolder: boolean;
}

/** The settings of the main language's site with those of the others, or those of a book in one language. */
export function joinSites(
  sites: readonly Config[],
  { main, keys }: Languages,
  { config: single, isInFolder }: SingleSite,
): Config {
  const own = sites.find(({ place }) => place.key === main);
  if (own === undefined) {
    const { place, others } = placeAlone(single.language, main, keys);
    return { ...single, place: { ...place, folder: isInFolder ? `${main}/` : '' }, others };
  }
  const { severities } = single;
  const others = sites.filter((site) => site !== own).map((site) => ({ ...site, severities }));
  return { ...own, severities, others };
}

/** A language's name in itself, as its readers write it: `Français`. */
function nameLanguage(language: string): string {
  try {
    const name = new Intl.DisplayNames([findLocale(language)], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}
