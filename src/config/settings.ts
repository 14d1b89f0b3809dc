import type { PlainValue } from '../formats/plain.js';
import type { Config, ListTitles } from '../model/config.js';
import type { MarkdownConfig, MarkdownConstructs } from '../model/markdown-config.js';
import type { PublishRules } from '../model/output-rules.js';
import type { BaseUrl } from './base-url.js';
import type { TypographerSetting } from './typographer-marks.js';

/** The parts of a `Config` that keys set as they are. */
export type DirectSettings = Pick<
  Config,
  | 'title'
  | 'author'
  | 'description'
  | 'language'
  | 'relativeUrls'
  | 'wholeUrls'
  | 'timeZone'
  | 'publication'
  | 'addresses'
  | 'disabledKinds'
  | 'ignoredFiles'
  | 'gitInfo'
  | 'dates'
  | 'taxonomies'
  | 'menus'
  | 'sectionPagesMenu'
  | 'copyright'
  | 'disabledServices'
  | 'outline'
  | 'sitemap'
  | 'references'
  | 'search'
  | 'books'
  | 'paper'
>;

type Writable<Group> = { -readonly [Key in keyof Group]: Group[Key] };

/**
 * What the keys of a configuration say, with the usual values in place, before what follows from several of them is
 * worked out. Null: nothing was said, and what counts depends on `compat`, the files or the flags.
 */
export interface Settings extends Writable<DirectSettings> {
  address: BaseUrl | null;
  themes: readonly string[];
  themesFolder: string;
  /** Paths of Hugo's modules. */
  imports: readonly string[];
  cascade: PlainValue;
  volumes: readonly string[];
  compat: Config['compat'] | null;
  showUntranslated: boolean | null;
  isMainInFolder: boolean;
  namesProgram: boolean;
  publish: Omit<PublishRules, 'now'>;
  markdown: Omit<MarkdownConfig, 'typographer' | 'marks' | 'constructs'>;
  typographer: TypographerSetting;
  constructs: Omit<MarkdownConstructs, 'math'>;
  math: { readonly isOn: boolean; readonly delimiters: MarkdownConstructs['math'] };
  titles: { readonly pluralize: boolean | null } & Pick<ListTitles, 'capitalize' | 'style'>;
  /** Names of formats, in small letters. */
  outputs: {
    readonly home: readonly string[];
    readonly page: readonly string[];
    readonly section: readonly string[] | null;
    readonly taxonomy: readonly string[] | null;
    readonly term: readonly string[] | null;
  };
  /** Kinds that are no pages: `rss`. */
  disabledFiles: readonly string[];
  hasRobots: boolean;
  /** -1 for all. */
  feedLimit: number;
}
