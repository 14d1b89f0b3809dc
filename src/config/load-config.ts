import { diagnose } from '../diagnostics/catalogue.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { addAll } from '../lists/add-all.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import { type BaseUrl, readBaseUrl } from './base-url.js';
import { checkKeys } from './check-keys.js';
import { completeConfig, type Given, type LoadedSettings, listThemes } from './complete-config.js';
import { readFolders } from './folders.js';
import { joinUnsupported } from './join-unsupported.js';
import { configKeys, createSettings } from './keys.js';
import { ownTree } from './language-tree.js';
import { type LanguageSettings, mountLanguages, readLanguages } from './languages.js';
import { type GivenSetting, layerSettings } from './layer-settings.js';
import { joinSites, placeSite } from './place-site.js';
import type { Settings } from './settings.js';
import { placePath, readPath, type SettingsTree } from './settings-tree.js';
import { readSeverities } from './severities.js';
import { mergeParams, readThemeParams } from './theme-params.js';
import type { Variables } from './variables.js';

/** What the command line asks for; undefined means "as configured". */
export interface ConfigRequest {
  readonly baseUrl?: string | undefined;
  /** Whose folder of `config/` is read, and what `target.environment` of a cascade is matched with. */
  readonly environment?: string | undefined;
  /** The process's variables that may hold settings: `OCTAVO_BASEURL`. */
  readonly variables?: Variables | undefined;
  /** Settings that go over those of the files and the variables. */
  readonly given?: readonly GivenSetting[] | undefined;
  /** The files beside `content/` to read, instead of the one that is found; none for that. */
  readonly files?: readonly string[] | undefined;
  /** The folder with settings for each environment, instead of `config`. */
  readonly folder?: string | undefined;
  readonly drafts?: boolean | undefined;
  readonly future?: boolean | undefined;
  readonly expired?: boolean | undefined;
  /** "Now", in milliseconds since 1970 UTC. */
  readonly now: number;
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
  const { tree, isHugo, diagnostics: faults } = layerSettings(bookRoot, environment, request);
  const diagnostics: Diagnostic[] = [...faults];
  const loaded = tree === null ? noSettings() : takeSettings(tree, diagnostics);
  const address = requestAddress(request, diagnostics) ?? loaded.settings.address ?? nowhere;
  const languages = readLanguages(tree);
  const trees = languages.value.list.map((language) => language.tree);
  const folders = readFolders(tree, trees);
  addAll(diagnostics, [...dropRepeated(folders.diagnostics), ...languages.diagnostics]);
  const compat = isHugo ? 'hugo' : 'strict';
  const content = mountLanguages(folders.value.content, languages.value.list);
  const given: Given = { request, environment, address, folders: { ...folders.value, content }, compat };
  const themes = listThemes(loaded.settings);
  const themeParams = isHugo ? readThemeParams(bookRoot, themes, environment) : {};
  const fill = (from: LoadedSettings) =>
    completeConfig({ ...from, params: mergeParams(from.params as PlainMap, themeParams) }, given);
  const { list, main, keys } = languages.value;
  const isMainInFolder = loaded.settings.isMainInFolder;
  const sites = list.map((language, rank) => {
    const settings = takeLanguage(language, tree, diagnostics);
    return placeSite(fill(settings), language, { rank, main, keys, isMainInFolder });
  });
  const single = { config: fill(loaded), isInFolder: isMainInFolder };
  return { value: joinSites(sites, languages.value, single), diagnostics: joinUnsupported(diagnostics) };
}

function noSettings(): LoadedSettings {
  return { settings: createSettings(), cascadePlace: null, volumesPlace: null, severities: {}, params: {} };
}

function takeSettings(tree: SettingsTree, diagnostics: Diagnostic[]): LoadedSettings {
  const settings = applyKeys(tree, diagnostics);
  const severities = readSeverities(tree);
  const params = readParams(tree, diagnostics);
  addAll(diagnostics, [...severities.diagnostics, ...checkKeys(tree)]);
  return { settings, ...placeKeys(tree), severities: severities.value, params };
}

/** The settings of one language. What is wrong with those that all share was reported before. */
function takeLanguage(
  { key, tree: merged }: LanguageSettings,
  tree: SettingsTree | null,
  diagnostics: Diagnostic[],
): LoadedSettings {
  const own = tree === null ? null : ownTree(tree, key);
  const isShared = (name: string) => own === null || readPath(own.keys, name) === undefined;
  const nameOf: NameKey = (name) => (isShared(name) ? null : `languages.${key}.${name}`);
  const settings = applyKeys(merged, diagnostics, nameOf);
  const params = readParams(merged, diagnostics, nameOf);
  if (own !== null) addAll(diagnostics, checkKeys(own, key));
  return { settings, ...placeKeys(merged), params, severities: {} };
}

/** The places of the keys whose values are judged later, against the chapters. */
function placeKeys(tree: SettingsTree): Pick<LoadedSettings, 'cascadePlace' | 'volumesPlace'> {
  const place = (name: string) =>
    readPath(tree.keys, name) === undefined ? null : placePath(tree, name, 'key');
  return { cascadePlace: place('cascade'), volumesPlace: place('volumes') };
}

/** What a key is called in messages; null leaves it out of them. */
type NameKey = (name: string) => string | null;

function applyKeys(
  file: SettingsTree,
  diagnostics: Diagnostic[],
  nameOf: NameKey = (name) => name,
): Settings {
  const settings = createSettings();
  for (const { name, apply } of configKeys) {
    const value = readPath(file.keys, name);
    if (value === undefined || value === null) continue;
    const expected = apply(settings, value);
    // Params are the owner's, and may mean something else there.
    if (expected === null || name.startsWith('params.')) continue;
    const key = nameOf(name);
    if (key === null) continue;
    const details = { key, value: describe(value), expected };
    diagnostics.push(diagnose('config/invalid-value', details, placePath(file, name, 'value')));
  }
  return settings;
}

/** The owner's values with their keys as written: templates see them as `site.params`. */
function readParams(
  file: SettingsTree,
  diagnostics: Diagnostic[],
  nameOf: NameKey = (name) => name,
): Config['params'] {
  const name = Object.keys(file.data).find((key) => key.toLowerCase() === 'params') ?? '';
  const params = file.data[name] ?? {};
  if (isMap(params)) return params;
  const key = nameOf('params');
  if (key === null) return {};
  const details = { key, value: describe(params), expected: 'a group of keys' };
  diagnostics.push(diagnose('config/invalid-value', details, placePath(file, 'params', 'value')));
  return {};
}

function describe(value: PlainValue): string {
  if (Array.isArray(value)) return 'a list';
  return isMap(value) ? 'a group of keys' : `\`${value}\``;
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
