import type { PlainValue } from '../formats/plain.js';
import type { PageKind } from '../model/book.js';
import type {
  AddressRules,
  Config,
  DateRules,
  HighlightConfig,
  ListTitles,
  MarkdownConfig,
  MarkdownConstructs,
  PublicationRules,
  ReferenceRules,
} from '../model/config.js';
import type { MenuTable } from '../model/menu.js';
import type { BaseUrl } from './base-url.js';
import type { TypographerSetting } from './typographer-marks.js';

/** What a configuration says, key by key, before the defaults are filled in. */
export interface Settings {
  title?: string;
  author?: string;
  description?: string;
  language?: string;
  address?: BaseUrl;
  timeZone?: string;
  cascade?: PlainValue;
  compat?: Config['compat'];
  highlight?: Partial<HighlightConfig>;
  constructs?: Partial<MarkdownConstructs>;
  mathOn?: boolean;
  mathDelimiters?: MarkdownConstructs['math'];
  parser?: MarkdownConfig['parser'];
  unsafe?: boolean;
  typographer?: TypographerSetting;
  summaryLength?: number;
  /** Seconds. */
  timeout?: number;
  hasCjk?: boolean;
  publication?: Partial<PublicationRules>;
  drafts?: boolean;
  future?: boolean;
  expired?: boolean;
  pluralize?: boolean;
  capitalize?: boolean;
  titleStyle?: ListTitles['style'];
  permalinks?: AddressRules['permalinks'];
  uglyUrls?: AddressRules['uglyUrls'];
  keepCase?: boolean;
  removeAccents?: boolean;
  noRedirects?: boolean;
  noMainRedirect?: boolean;
  disabledKinds?: readonly PageKind[];
  /** Kinds that are no pages: `rss`. */
  disabledFiles?: readonly string[];
  ignoredFiles?: readonly string[];
  dateRules?: DateRules;
  taxonomies?: readonly string[];
  menus?: MenuTable;
  sectionPagesMenu?: string;
  missingReference?: ReferenceRules['severity'];
  missingAddress?: string;
  robots?: boolean;
  search?: boolean;
  relative?: boolean;
  whole?: boolean;
  noGenerator?: boolean;
  gitInfo?: boolean;
  sitemap?: Partial<Config['sitemap']>;
  feedLimit?: number;
  hardWraps?: boolean;
  headingIds?: MarkdownConfig['headingIds'];
  termIds?: boolean;
  outline?: Partial<Config['outline']>;
  copyright?: string;
  disabledServices?: readonly string[];
  mainInFolder?: boolean;
  showUntranslated?: boolean;
  /** Names of formats, in small letters. */
  homeOutputs?: readonly string[];
  pageOutputs?: readonly string[];
  sectionOutputs?: readonly string[];
  taxonomyOutputs?: readonly string[];
  termOutputs?: readonly string[];
}

/** One key: its name in Hugo's spelling, and how its value gets into the settings. */
export interface ConfigKey {
  readonly name: string;
  /** Returns what was expected, as part of a sentence, when the value cannot be used. */
  readonly apply: (settings: Settings, value: PlainValue) => string | null;
}
