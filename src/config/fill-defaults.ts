import type { Config, HighlightConfig, MarkdownConstructs, Outputs } from '../model/config.js';
import type { SourceSpan } from '../model/diagnostic.js';
import type { BaseUrl } from './base-url.js';
import type { Settings } from './config-key.js';
import { defaultConstructs, hugoDelimiters } from './construct-keys.js';
import { readProgramVersion } from './package-root.js';
import { placeAlone } from './place-site.js';

/** What the configuration gives to the `Config`. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** Where its `cascade` stands; null without one. */
  readonly cascadePlace: SourceSpan | null;
  readonly severities: Config['severities'];
  readonly params: Config['params'];
}

/** What counts before all that the configuration says. */
export interface Given {
  readonly request: Pick<Config['publish'], 'now'> & {
    readonly [Flag in 'drafts' | 'future' | 'expired']?: boolean | undefined;
  };
  readonly environment: string;
  readonly address: BaseUrl;
  readonly folders: Config['folders'];
  /** What `compat` is unless it is set. */
  readonly compat: Config['compat'];
}

/** The whole `Config`: flags first, then the configuration, and defaults for the rest. */
export function fillDefaults(
  { settings, cascadePlace, severities, params }: LoadedSettings,
  { request, environment, address, folders, ...given }: Given,
): Config {
  const compat = settings.compat ?? given.compat;
  return {
    title: settings.title ?? '',
    author: settings.author ?? '',
    description: settings.description ?? '',
    language: settings.language ?? 'en',
    ...placeAlone(settings.language ?? 'en'),
    showUntranslated: settings.showUntranslated ?? compat !== 'hugo',
    ...address,
    folders,
    relativeUrls: settings.relative ?? false,
    wholeUrls: settings.whole ?? false,
    timeZone: settings.timeZone ?? 'UTC',
    environment,
    cascade: cascadePlace === null ? null : { value: settings.cascade ?? null, place: cascadePlace },
    compat,
    publish: {
      drafts: request.drafts ?? settings.drafts ?? false,
      future: request.future ?? settings.future ?? false,
      expired: request.expired ?? settings.expired ?? false,
      now: request.now,
    },
    publication: { folder: 'public', takeOver: false, failOnWarnings: false, ...settings.publication },
    markdown: {
      parser: settings.parser ?? 'satteri',
      unsafe: settings.unsafe ?? false,
      typographer: settings.typographer?.isOn ?? true,
      marks: settings.typographer?.marks ?? {},
      hardWraps: settings.hardWraps ?? false,
      headingIds: settings.headingIds ?? 'github',
      termIds: settings.termIds ?? false,
      summaryLength: settings.summaryLength ?? 70,
      timeout: (settings.timeout ?? 10) * 1000,
      hasCjk: settings.hasCjk ?? true,
      highlight: fillHighlight(settings),
      constructs: fillConstructs(settings),
    },
    titles: describeTitles(settings, compat),
    addresses: {
      permalinks: settings.permalinks ?? [],
      uglyUrls: settings.uglyUrls ?? false,
      keepCase: settings.keepCase ?? false,
      removeAccents: settings.removeAccents ?? false,
      redirects: settings.noRedirects !== true,
      mainRedirect: settings.noMainRedirect !== true,
    },
    disabledKinds: settings.disabledKinds ?? [],
    ignoredFiles: settings.ignoredFiles ?? [],
    gitInfo: settings.gitInfo ?? false,
    dates: settings.dateRules ?? {},
    taxonomies: settings.taxonomies ?? ['categories', 'tags'],
    menus: settings.menus ?? {},
    sectionPagesMenu: settings.sectionPagesMenu ?? '',
    generator: settings.noGenerator === true ? '' : `Octavo ${readProgramVersion()}`,
    copyright: settings.copyright ?? '',
    disabledServices: settings.disabledServices ?? [],
    outline: { from: 2, to: 3, ...settings.outline },
    outputs: fillOutputs(settings, compat),
    sitemap: { filename: 'sitemap.xml', changefreq: '', priority: -1, disable: false, ...settings.sitemap },
    references: {
      severity: settings.missingReference ?? 'error',
      notFound: settings.missingAddress ?? '',
    },
    search: settings.search ?? true,
    severities,
    params,
  };
}

function fillConstructs({ constructs, mathOn, mathDelimiters }: Settings): MarkdownConstructs {
  return {
    ...defaultConstructs,
    ...constructs,
    math: mathOn === true ? (mathDelimiters ?? hugoDelimiters) : [],
  };
}

function fillHighlight({ highlight }: Settings): HighlightConfig {
  return {
    colours: true,
    numbers: 'none',
    start: 1,
    marked: '',
    linkedNumbers: false,
    linePrefix: '',
    ...highlight,
  };
}

/** Hugo puts the names of folders into the plural; of a book's they are made to read well: "Part 1", not "Part-1s". */
function describeTitles(settings: Settings, compat: Config['compat']): Config['titles'] {
  return {
    pluralize: settings.pluralize ?? compat === 'hugo',
    capitalize: settings.capitalize ?? true,
    spaces: compat !== 'hugo',
    style: settings.titleStyle ?? 'ap',
  };
}

/** Hugo's defaults, and `llms` beside them; lists have no feeds of their own in a book that is not Hugo's. */
function fillOutputs(settings: Settings, compat: Config['compat']): Outputs {
  const {
    homeOutputs = ['html', 'rss', 'llms'],
    pageOutputs = [],
    robots = false,
    feedLimit = -1,
  } = settings;
  const disabled = settings.disabledFiles ?? [];
  const noFeeds = disabled.includes('rss');
  const lists = compat === 'hugo' ? ['html', 'rss'] : ['html'];
  const wanted = {
    section: settings.sectionOutputs ?? lists,
    taxonomy: settings.taxonomyOutputs ?? lists,
    term: settings.termOutputs ?? lists,
  };
  const kinds = ['section', 'taxonomy', 'term'] as const;
  return {
    feed: homeOutputs.includes('rss') && !noFeeds,
    listFeeds: noFeeds ? [] : kinds.filter((kind) => wanted[kind].includes('rss')),
    noFeeds,
    feedLimit: feedLimit === -1 ? null : feedLimit,
    sitemap: !disabled.includes('sitemap'),
    print: homeOutputs.includes('print'),
    llms: homeOutputs.includes('llms'),
    markdown: pageOutputs.includes('markdown'),
    robots: robots && !disabled.includes('robotstxt'),
  };
}
