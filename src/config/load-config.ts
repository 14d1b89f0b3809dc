import { diagnose } from '../diagnostics/catalogue.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { Config, HighlightConfig, MarkdownConstructs, Outputs } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import { type BaseUrl, readBaseUrl } from './base-url.js';
import { checkKeys } from './check-keys.js';
import { defaultConstructs, hugoDelimiters } from './construct-keys.js';
import { readFolders } from './folders.js';
import { configKeys, type Settings } from './keys.js';
import { type LanguageSettings, mountLanguages, ownTree, readLanguages } from './languages.js';
import { layerSettings } from './layer-settings.js';
import { joinSites, placeAlone, placeSite } from './place-site.js';
import { placePath, readPath, type SettingsTree } from './settings-tree.js';
import { readSeverities } from './severities.js';
import type { Variables } from './variables.js';

/** What the command line asks for; undefined means "as configured". */
export interface ConfigRequest {
  readonly baseUrl?: string | undefined;
  /** Whose folder of `config/` is read, and what `target.environment` of a cascade is matched with. */
  readonly environment?: string | undefined;
  /** The process's variables that may hold settings: `OCTAVO_BASEURL`. */
  readonly variables?: Variables | undefined;
  readonly drafts?: boolean | undefined;
  readonly future?: boolean | undefined;
  readonly expired?: boolean | undefined;
  /** "Now", in milliseconds since 1970 UTC. */
  readonly now: number;
}

/** What the configuration gives to the `Config`. */
interface LoadedSettings {
  readonly settings: Settings;
  readonly severities: Config['severities'];
  readonly params: Config['params'];
}

const nowhere: BaseUrl = { baseUrl: '', basePath: '/' };

/**
 * Loads the settings of a book:
 *
 * 1. find the configuration files (none is fine), read and parse them;
 * 2. lay them over each other, and the variables of the environment over them;
 * 3. apply the keys of the table, and the owner's severities and params;
 * 4. report keys that nothing reads;
 * 5. let the request's flags win, and fill in the defaults.
 *
 * Reports `config/…` at its place; what cannot be used counts as absent. Never throws.
 */
export function loadConfig(bookRoot: string, request: ConfigRequest): Outcome<Config> {
  const environment = request.environment ?? 'production';
  const { tree, isHugo, diagnostics: faults } = layerSettings(bookRoot, environment, request.variables ?? {});
  const diagnostics: Diagnostic[] = [...faults];
  const loaded = tree === null ? noSettings : takeSettings(tree, diagnostics);
  const address = requestAddress(request, diagnostics) ?? loaded.settings.address ?? nowhere;
  const folders = readFolders(tree);
  const languages = readLanguages(tree);
  diagnostics.push(...folders.diagnostics, ...languages.diagnostics);
  const fallback = isHugo ? 'hugo' : 'strict';
  const content = mountLanguages(folders.value.content, languages.value.list);
  const given = { ...address, folders: { ...folders.value, content } };
  const fill = (from: LoadedSettings) => fillDefaults(from, { ...request, environment }, given, fallback);
  const { list, main, keys } = languages.value;
  const isMainInFolder = loaded.settings.mainInFolder ?? false;
  const sites = list.map((language, rank) => {
    const settings = takeLanguage(language, tree, diagnostics);
    return placeSite(fill(settings), language, { rank, main, keys, isMainInFolder });
  });
  return { value: joinSites(sites, languages.value, fill(loaded)), diagnostics };
}

const noSettings: LoadedSettings = { settings: {}, severities: {}, params: {} };

function takeSettings(tree: SettingsTree, diagnostics: Diagnostic[]): LoadedSettings {
  const settings = applyKeys(tree, diagnostics);
  const severities = readSeverities(tree);
  const params = readParams(tree, diagnostics);
  diagnostics.push(...severities.diagnostics, ...checkKeys(tree));
  return { settings, severities: severities.value, params };
}

/** The settings of one language. What is wrong with those that all share was reported before. */
function takeLanguage(
  { key, tree: merged }: LanguageSettings,
  tree: SettingsTree | null,
  diagnostics: Diagnostic[],
): LoadedSettings {
  const known = new Set(diagnostics.map((found) => JSON.stringify(found)));
  const found: Diagnostic[] = [];
  const settings = applyKeys(merged, found);
  const params = readParams(merged, found);
  if (tree !== null) found.push(...checkKeys(ownTree(tree, key)));
  diagnostics.push(...found.filter((one) => !known.has(JSON.stringify(one))));
  return { settings, params, severities: {} };
}

function applyKeys(file: SettingsTree, diagnostics: Diagnostic[]): Settings {
  const settings: Settings = {};
  for (const { name, apply } of configKeys) {
    const value = readPath(file.keys, name);
    if (value === undefined || value === null) continue;
    const expected = apply(settings, value);
    // Params are the owner's, and may mean something else there.
    if (expected === null || name.startsWith('params.')) continue;
    const details = { key: name, value: describe(value), expected };
    diagnostics.push(diagnose('config/invalid-value', details, placePath(file, name, 'value')));
  }
  return settings;
}

/** The owner's values with their keys as written: templates see them as `site.params`. */
function readParams(file: SettingsTree, diagnostics: Diagnostic[]): Config['params'] {
  const name = Object.keys(file.data).find((key) => key.toLowerCase() === 'params') ?? '';
  const params = file.data[name] ?? {};
  if (isMap(params)) return params;
  const details = { key: 'params', value: describe(params), expected: 'a group of keys' };
  diagnostics.push(diagnose('config/invalid-value', details, placePath(file, 'params', 'value')));
  return {};
}

function describe(value: PlainValue): string {
  if (Array.isArray(value)) return 'a list';
  return isMap(value as PlainMap) ? 'a group of keys' : `\`${value}\``;
}

function requestAddress({ baseUrl }: ConfigRequest, diagnostics: Diagnostic[]): BaseUrl | null {
  if (baseUrl === undefined) return null;
  const address = readBaseUrl(baseUrl);
  if (address !== null) return address;
  const expected = 'an address such as `https://example.org/book/`, or a path such as `/book/`,';
  diagnostics.push(
    diagnose('config/invalid-value', { key: '--base-url', value: `\`${baseUrl}\``, expected }),
  );
  return null;
}

function fillDefaults(
  { settings, severities, params }: LoadedSettings,
  request: ConfigRequest & { readonly environment: string },
  given: BaseUrl & Pick<Config, 'folders'>,
  compat: Config['compat'],
): Config {
  return {
    title: settings.title ?? '',
    author: settings.author ?? '',
    description: settings.description ?? '',
    language: settings.language ?? 'en',
    ...placeAlone(settings.language ?? 'en'),
    showUntranslated: settings.showUntranslated ?? (settings.compat ?? compat) !== 'hugo',
    ...given,
    relativeUrls: settings.relative ?? false,
    timeZone: settings.timeZone ?? 'UTC',
    environment: request.environment,
    cascade: settings.cascade ?? null,
    compat: settings.compat ?? compat,
    publish: {
      drafts: request.drafts ?? settings.drafts ?? false,
      future: request.future ?? settings.future ?? false,
      expired: request.expired ?? settings.expired ?? false,
      now: request.now,
    },
    markdown: {
      parser: settings.parser ?? 'satteri',
      unsafe: settings.unsafe ?? false,
      typographer: settings.typographer ?? true,
      hardWraps: settings.hardWraps ?? false,
      headingIds: settings.headingIds ?? 'github',
      summaryLength: settings.summaryLength ?? 70,
      highlight: fillHighlight(settings),
      constructs: fillConstructs(settings),
    },
    titles: describeTitles(settings, settings.compat ?? compat),
    addresses: {
      permalinks: settings.permalinks ?? [],
      uglyUrls: settings.uglyUrls ?? false,
      keepCase: settings.keepCase ?? false,
      removeAccents: settings.removeAccents ?? false,
      redirects: settings.noRedirects !== true,
    },
    disabledKinds: settings.disabledKinds ?? [],
    ignoredFiles: settings.ignoredFiles ?? [],
    gitInfo: settings.gitInfo ?? false,
    dates: settings.dateRules ?? {},
    taxonomies: settings.taxonomies ?? ['categories', 'tags'],
    menus: settings.menus ?? {},
    sectionPagesMenu: settings.sectionPagesMenu ?? '',
    copyright: settings.copyright ?? '',
    outline: { from: 2, to: 3, ...settings.outline },
    outputs: fillOutputs(settings),
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

/** Of Hugo's defaults, and `llms` beside them. */
function fillOutputs(settings: Settings): Outputs {
  const {
    homeOutputs = ['html', 'rss', 'llms'],
    pageOutputs = [],
    robots = false,
    feedLimit = -1,
  } = settings;
  const disabled = settings.disabledFiles ?? [];
  return {
    feed: homeOutputs.includes('rss') && !disabled.includes('rss'),
    feedLimit: feedLimit === -1 ? null : feedLimit,
    sitemap: !disabled.includes('sitemap'),
    print: homeOutputs.includes('print'),
    llms: homeOutputs.includes('llms'),
    markdown: pageOutputs.includes('markdown'),
    robots: robots && !disabled.includes('robotstxt'),
  };
}
