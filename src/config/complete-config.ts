import { isMap, type PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import type { Config } from '../model/config.js';
import type { SourceSpan } from '../model/diagnostic.js';
import type { MathDelimiter } from '../model/markdown-config.js';
import type { Outputs } from '../model/output-rules.js';
import type { BaseUrl } from './base-url.js';
import { readProgramVersion } from './package-root.js';
import { placeAlone } from './place-site.js';
import type { DirectSettings, Settings } from './settings.js';

const names = ['math', 'katex', 'mathjax', 'enablekatex', 'enablemathjax', 'usekatex'];
const programs: readonly unknown[] = ['katex', 'mathjax'];

/** Whether the parameters of a Hugo theme have it load KaTeX or MathJax: `math: true`, `katex: {enable: true}`. */
function asksForMath(params: Config['params']): boolean {
  return Object.entries(params).some(([name, value]) => names.includes(name.toLowerCase()) && isOn(value));
}

function isOn(value: unknown): boolean {
  if (isMap(value)) return isOn(value['enable'] ?? true);
  // Params are what a parser of data made.
  return programs.includes(value) || readSwitch(value as PlainValue) === true;
}

/** What the configuration gives to the `Config`. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** Where its `cascade` stands; null without one. */
  readonly cascadePlace: SourceSpan | null;
  /** Where its `volumes` stand; null without any. */
  readonly volumesPlace: SourceSpan | null;
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

/**
 * Folders that themes may lie in: by their names, and modules where they are vendored (`hugo mod vendor`). One that there is not
 * is passed over.
 */
export function listThemes({ themes, themesFolder, imports }: Settings): readonly string[] {
  return [
    ...themes.flatMap((name) => [`${themesFolder}/${name}`, `_vendor/${name}`]),
    ...imports.map((path) => `_vendor/${path}`),
  ];
}

/** The whole `Config`: flags first, then the settings, and what follows from several of them. */
export function completeConfig(
  { settings, cascadePlace, volumesPlace, severities, params }: LoadedSettings,
  { request, environment, address, folders, ...given }: Given,
): Config {
  const compat = settings.compat ?? given.compat;
  const { publish, markdown, typographer, constructs, math, titles } = settings;
  return {
    ...pickDirect(settings),
    ...placeAlone(settings.language),
    ...address,
    showUntranslated: settings.showUntranslated ?? compat !== 'hugo',
    folders,
    themes: listThemes(settings),
    environment,
    cascade: cascadePlace === null ? null : { value: settings.cascade, place: cascadePlace },
    volumes: { patterns: settings.volumes, place: volumesPlace },
    compat,
    publish: {
      drafts: request.drafts ?? publish.drafts,
      future: request.future ?? publish.future,
      expired: request.expired ?? publish.expired,
      now: request.now,
    },
    markdown: {
      ...markdown,
      typographer: typographer.isOn,
      marks: typographer.marks,
      constructs: { ...constructs, math: chooseDelimiters(math, compat === 'hugo' && asksForMath(params)) },
    },
    // Hugo puts the names of folders into the plural; a book's are made to read well: "Part 1", not "Part-1s".
    titles: { ...titles, pluralize: titles.pluralize ?? compat === 'hugo', spaces: compat !== 'hugo' },
    generator: settings.namesProgram ? `Octavo ${readProgramVersion()}` : '',
    outputs: listOutputs(settings, compat, address.baseUrl !== ''),
    severities,
    params,
  };
}

/** A theme's scripts look for the single dollar sign as well, and find formulas whatever Goldmark leaves alone. */
function chooseDelimiters(
  { isOn, delimiters }: Settings['math'],
  isAsked: boolean,
): readonly MathDelimiter[] {
  if (isOn || !isAsked) return isOn ? delimiters : [];
  const dollar: MathDelimiter = { open: '$', close: '$', display: false };
  return delimiters.some(({ open }) => open === '$') ? delimiters : [...delimiters, dollar];
}

/** The settings that go into the `Config` as they are. */
function pickDirect(settings: Settings): DirectSettings {
  const { title, author, description, language, relativeUrls, wholeUrls, timeZone, publication } = settings;
  const { addresses, disabledKinds, ignoredFiles, gitInfo, dates, taxonomies, menus } = settings;
  const { sectionPagesMenu, copyright, disabledServices, outline, sitemap, references, search } = settings;
  const { books, paper } = settings;
  return {
    ...{ title, author, description, language, relativeUrls, wholeUrls, timeZone, publication },
    ...{ addresses, disabledKinds, ignoredFiles, gitInfo, dates, taxonomies, menus },
    ...{ sectionPagesMenu, copyright, disabledServices, outline, sitemap, references, search, books, paper },
  };
}

/** Feeds and sitemap need whole addresses (RSS 2.0, sitemaps.org). Hugo's defaults, and `llms` beside them; lists have no feeds of their own in a book that is not Hugo's. */
function listOutputs(settings: Settings, compat: Config['compat'], hasHost: boolean): Outputs {
  const { outputs, disabledFiles, feedLimit, hasRobots } = settings;
  const noFeeds = disabledFiles.includes('rss') || !hasHost;
  const lists = compat === 'hugo' ? ['html', 'rss'] : ['html'];
  const kinds = ['section', 'taxonomy', 'term'] as const;
  return {
    feed: outputs.home.includes('rss') && !noFeeds,
    listFeeds: noFeeds ? [] : kinds.filter((kind) => (outputs[kind] ?? lists).includes('rss')),
    noFeeds,
    feedLimit: feedLimit === -1 ? null : feedLimit,
    sitemap: hasHost && !disabledFiles.includes('sitemap'),
    print: outputs.home.includes('print'),
    epub: outputs.home.includes('epub'),
    pdf: outputs.home.includes('pdf'),
    llms: outputs.home.includes('llms'),
    markdown: outputs.page.includes('markdown'),
    robots: hasRobots && !disabledFiles.includes('robotstxt'),
  };
}
